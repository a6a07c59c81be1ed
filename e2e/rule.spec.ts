import { expect, type Page, test } from '@playwright/test'
import { BARE, FIXTURE_SOURCE, HOSTILE, LONG, REFUSED, TAGGED, UNKNOWN } from './fixtures/rules'
import { expectAccessible, expectNoSidewaysScroll, LOOKS, watchConsole } from './page-checks'

const SECTIONS = [
  'Hunt Hypothesis',
  'Detection Rule',
  'Required Data Sources',
  'False Positive Guidance',
  'MITRE ATT&CK Context',
  'Related Rules',
  'References',
  'History',
  'Provenance',
]

async function openSmtpRule(page: Page): Promise<void> {
  await page.goto('/?technique=T1048.003')
  await page.locator('[data-row]', { hasText: /SMTP/ }).first().click()
  await expect(page).toHaveURL(/\/rules\//)
}

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('the page of a rule is accessible, fits and is quiet', async ({ page }) => {
      const problems = watchConsole(page)
      await openSmtpRule(page)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      expect(problems).toEqual([])
    })
  })
}

const STRANGE = Object.entries({ HOSTILE, REFUSED, BARE, TAGGED, LONG })
for (const { name, ...look } of [LOOKS[0], LOOKS[3]]) {
  test.describe(name, () => {
    test.use(look)

    for (const [what, id] of STRANGE) {
      test(`the page of the rule ${what} is accessible, fits and is quiet`, async ({ page }) => {
        const problems = watchConsole(page)
        await page.goto(`/rules/${id}`)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        expect(problems).toEqual([])
      })
    }
  })
}

test('every section is there, in order, and says something', async ({ page }) => {
  for (const id of [HOSTILE, REFUSED, BARE, TAGGED]) {
    await page.goto(`/rules/${id}`)
    const sections = page.locator('article > section')
    const headings = await sections.locator('> h2').allTextContents()
    for (const [index, title] of SECTIONS.entries()) expect(headings[index]).toContain(title)
    for (const section of await sections.all()) {
      const text = (await section.textContent()) ?? ''
      const heading = (await section.locator('> h2').textContent()) ?? ''
      expect(text.length - heading.length).toBeGreaterThan(20)
    }
  }
})

test('the SMTP rule: badges, notice, confidence, three queries', async ({ page }) => {
  await openSmtpRule(page)
  const header = page.locator('article > header')
  await expect(header).toContainText('sigma')
  await expect(header).toContainText('MEDIUM')
  await expect(header).toContainText('T1048.003')
  await expect(header).toContainText('DeviceNetworkEvents')
  await expect(header).toContainText('This rule was written for Rule Atlas')
  await expect(header).toContainText('Validate it in a test environment before production')
  await expect(header).toContainText(/Retrieved: \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
  await expect(header.getByText(/^Confidence: (high|medium|low)/)).toBeVisible()
  await expect(header.getByText(/The rule's status is/)).toBeHidden()
  await header.locator('summary').click()
  await expect(header.getByText(/The rule's status is/)).toBeVisible()
  await expect(page.getByRole('link', { name: '← Back to SOC feed' })).toHaveAttribute('href', '/')
  await expect(page.getByRole('link', { name: 'Coverage →' })).toHaveAttribute(
    'href',
    '/coverage/T1048.003',
  )
  for (const target of ['Defender XDR', 'ASIM', 'Azure Monitor']) {
    await page.getByRole('radio', { name: target }).check()
    const pane = page.locator('.query:visible')
    await expect(pane).toHaveCount(1)
    await expect(pane.getByRole('heading', { name: `KQL · ${target}` })).toBeVisible()
    await expect(pane.locator('code').first()).toContainText('587')
  }
  await page.goto(`${page.url()}?target=asim`)
  await expect(page.getByRole('radio', { name: 'ASIM' })).toBeChecked()
})

test('the SMTP rule: its tables with what fills them and must be on, and who wrote what', async ({
  page,
}) => {
  await openSmtpRule(page)
  const sources = page.getByRole('table')
  await expect(sources.getByRole('columnheader')).toHaveText([
    'Sentinel table',
    'Filled by',
    'Columns used',
    'What must be on, and notes',
  ])
  const row = sources.getByRole('row', { name: /^DeviceNetworkEvents/ })
  await expect(row).toContainText('Defender')
  await expect(row).toContainText('RemotePort')
  await expect(row.getByRole('listitem').first()).toContainText(/\.$/)
  for (const name of ['From the author', 'Already left out by the rule']) {
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
  const marks = await page.locator('article .origin').allTextContents()
  const legend = await page
    .locator('#provenance')
    .locator('..')
    .locator('.origin')
    .allTextContents()
  expect(legend).toHaveLength(4)
  for (const mark of new Set(marks)) expect(legend).toContain(mark)
  await expect(page.locator('#history').locator('..')).toContainText('first seen here')
})

test('a tag leads to the rules that share it', async ({ page }) => {
  await page.goto(`/rules/${TAGGED}`)
  await page.locator('article > header').getByRole('link', { name: 'CVE-2021-44228' }).click()
  await expect(page).toHaveURL(/[?&]tag=/)
  await expect(page.locator('[data-row]')).toHaveText([/Tool of a Group/])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('all of a rule can be read, its reasons opened, its files taken', async ({ page }) => {
    await page.goto(`/rules/${TAGGED}`)
    for (const title of SECTIONS) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    }
    await page.locator('article > header summary').click()
    await expect(page.locator('article > header .bullets')).toBeVisible()
    const files = page.getByRole('navigation', { name: 'Files of this rule' })
    await expect(files.getByRole('link', { name: 'JSON' })).toHaveAttribute(
      'href',
      `/rules/${TAGGED}.json`,
    )
  })
})

test('on a phone the KQL comes before the Sigma, on a desk beside it', async ({ page }) => {
  await openSmtpRule(page)
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0
  expect(await top('.query-defender-xdr')).toBe(await top('.pane-sigma'))
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await top('.query-defender-xdr')).toBeLessThan(await top('.pane-sigma'))
})

test('a refused target says why', async ({ page }) => {
  await page.goto(`/rules/${REFUSED}`)
  await expect(page.getByText(`This rule was imported from ${FIXTURE_SOURCE}`)).toBeVisible()
  await expect(page.locator('.query:visible')).toContainText('There is no query for Defender XDR')
  await expect(page.locator('.query:visible')).toContainText('TARGET_UNSUPPORTED_LOGSOURCE')
  await expect(page.locator('#data-sources').locator('..')).toContainText('Switch on the audit log')
  const related = page.locator('#related').locator('..')
  await expect(related.getByRole('link', { name: /Tool of a Group/ })).toBeVisible()
  await expect(related).toContainText(`${UNKNOWN}, not in this catalogue`)
})

test('text of a rule stays text', async ({ page }) => {
  const problems = watchConsole(page)
  page.on('dialog', () => problems.push('a dialog'))
  const response = await page.goto(`/rules/${HOSTILE}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>alert(1)</script>')
  await expect(page).toHaveTitle(/^<script>alert\(1\)<\/script>/)
  const references = page.locator('#references').locator('..')
  await expect(references.getByText('javascript:alert(1)')).toBeVisible()
  const hrefs = await page
    .locator('a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  expect(hrefs.filter((href) => !/^(\/|#|https?:\/\/)/.test(href ?? ''))).toEqual([])
  await expect(references.getByRole('link', { name: /example\.com/ })).toHaveAttribute(
    'rel',
    'noopener noreferrer nofollow',
  )
  expect(await page.locator('[onerror], [onload], img').count()).toBe(0)
  // As sent: scripts may set styles, which the policy allows, but no markup carries one.
  expect(await response?.text()).not.toMatch(/<[^>]*\sstyle=/)
  expect(problems).toEqual([])
})

test('nothing is cut: the longest description is there to its end', async ({ page }) => {
  await page.goto(`/rules/${LONG}`)
  await expect(page.locator('#hypothesis').locator('..')).toContainText(
    'A sentence that goes on. The end.',
  )
})

test('ATT&CK: a retired id names its successor, groups and software have names', async ({
  page,
}) => {
  await page.goto(`/rules/${TAGGED}`)
  const attack = page.locator('#attack').locator('..')
  await expect(attack).toContainText('T1685')
  await expect(attack).toContainText('T1562.001')
  await expect(attack).toContainText('APT29')
  await expect(attack).toContainText('Mimikatz')
  await expect(page.locator('article > header')).toContainText('CVE-2021-44228')
})

test('addresses: an unknown id is a 404, others lead to the one address', async ({
  page,
  request,
}) => {
  const response = await page.goto(`/rules/${UNKNOWN}`)
  expect(response?.status()).toBe(404)
  await expect(
    page.getByRole('heading', { name: 'There is no such page, rule or technique' }),
  ).toBeVisible()
  await page.getByRole('link', { name: '← Back to SOC feed' }).click()
  await expect(page).toHaveURL('/')
  const plain = await request.get(`/rules/${UNKNOWN}`)
  expect(await plain.text()).toContain('There is no such page, rule or technique</h1>')
  expect((await request.get('/rules/not-an-id')).status()).toBe(404)
  expect((await request.get("/rules/'%20OR%201=1")).status()).toBe(404)
  for (const address of [`/rules/${BARE.toUpperCase()}`, `/rules/${BARE}/a-readable-name`]) {
    const redirect = await request.get(address, { maxRedirects: 0 })
    expect(redirect.status()).toBe(308)
    expect(redirect.headers().location).toMatch(new RegExp(`/rules/${BARE}$`))
  }
})

test('the way back leads to the feed as it was left', async ({ page }) => {
  await page.goto('/?level=medium')
  await page.locator('a[data-row]').first().click()
  await expect(page).toHaveURL(/\/rules\//)
  await page.getByRole('link', { name: '← Back to SOC feed' }).click()
  await expect(page).toHaveURL('/?level=medium')
})
