import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, LOOKS, watchConsole } from './page-checks'

/** Of the map, those with fewer cells: axe takes a minute for the thousand of all. */
const PAGES = [
  '/coverage?platform=ESXi',
  '/coverage?version=18.1&subs=open&platform=Identity+Provider',
  '/coverage?view=table&platform=ESXi',
  '/coverage/T1048',
  '/coverage/T1685?from=T1562.001',
  '/coverage/T1064',
]

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('map, table and techniques are accessible, fit and are quiet', async ({ page }) => {
      test.slow()
      const problems = watchConsole(page)
      for (const address of PAGES) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      for (const address of ['/coverage?subs=open', '/coverage?view=table']) {
        await page.goto(address)
        await expectNoSidewaysScroll(page)
      }
      expect(problems).toEqual([])
    })
  })
}

const cell = (page: Page, id: string) =>
  page.locator('.matrix').getByRole('link', { name: new RegExp(`^${id} .+, [\\d,]+ rules?$`) })

test('a cell leads to its technique, and that to the rules that it counts', async ({ page }) => {
  await page.goto('/coverage')
  const link = cell(page, 'T1048')
  const name = (await link.getAttribute('aria-label')) ?? ''
  expect(name).toMatch(/^T1048 Exfiltration Over Alternative Protocol, \d+ rules?$/)
  const count = /(\d+) rules?$/.exec(name)?.[1]
  await link.click()
  await expect(page).toHaveURL('/coverage/T1048')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'T1048 Exfiltration Over Alternative Protocol',
  )
  await expect(page.locator('.rule-group li')).toHaveCount(Number(count))
  await page.getByRole('link', { name: 'in the feed' }).first().click()
  await expect(page).toHaveURL('/?technique=T1048')
  await expect(page.locator('.feed-bar')).toContainText(
    new RegExp(`^SOC feed${count} rules? match`),
  )
})

test('a retired id counts for what replaced it, and leads there with the reason', async ({
  page,
}) => {
  await page.goto('/coverage')
  await expect(cell(page, 'T1685')).toHaveAttribute('aria-label', /, [1-9]\d* rules?$/)
  const row = page.getByRole('row', { name: /^T1562\.001/ })
  await expect(row).toContainText('T1685 (Disable or Modify Tools) takes its place')

  const answer = await page.request.get('/coverage/t1562.001', { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toMatch(/\/coverage\/T1685\?from=T1562\.001$/)
  await page.goto('/coverage/T1562.001')
  await expect(page.getByText('You came from T1562.001 (Disable or Modify Tools)')).toBeVisible()
  await expect(page.getByText('tagged T1562.001', { exact: true }).first()).toBeVisible()
  await page.goto('/coverage/T1048?from=<b>T1562.001</b>')
  await expect(page.getByText('You came from')).toHaveCount(0)
})

test('the release before has its own map and pages', async ({ page }) => {
  await page.goto('/coverage')
  await page.getByRole('navigation', { name: 'ATT&CK release' }).getByText('18.1').click()
  await expect(page).toHaveURL('/coverage?version=18.1')
  await expect(page.getByRole('heading', { name: 'Defense Evasion' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Stealth' })).toHaveCount(0)
  await page.locator('summary[aria-label$="of T1562"]').click()
  await cell(page, 'T1562.001').click()
  await expect(page).toHaveURL('/coverage/T1562.001?version=18.1')
  await expect(page.getByText('ATT&CK 19.1 no longer has T1562.001')).toBeVisible()
  const canonical = page.locator('link[rel="canonical"]')
  await expect(canonical).toHaveAttribute(
    'href',
    'https://atlas.example/coverage/T1562.001?version=18.1',
  )
  await page.goto('/coverage/T1048')
  await expect(canonical).toHaveAttribute('href', 'https://atlas.example/coverage/T1048')
})

test('filters stand in the address and add up', async ({ page }) => {
  await page.goto('/coverage')
  const columns = page.locator('.matrix .cell')
  const before = await columns.count()
  await page.getByText('Platform', { exact: true }).click()
  await page.getByRole('link', { name: 'macOS' }).click()
  await expect(page).toHaveURL('/coverage?platform=macOS')
  await expect.poll(() => columns.count()).toBeLessThan(before)
  await page.goto('/coverage?platform=macOS&platform=Linux&level=critical&target=asim&level=high')
  await expect(page.locator('.menu summary')).toHaveText([
    'Platform: Linux, macOS',
    'Target: ASIM',
    'Level: critical, high',
  ])
  await page.goto('/coverage?level=informational&target=asim')
  await expect(page.getByRole('heading', { name: 'No rule fits these filters' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/coverage')
})

test('the table tells what the matrix does', async ({ page }) => {
  await page.goto('/coverage')
  const matrix = new Map<string, string>()
  for (const label of await page
    .locator('.matrix .cell')
    .evaluateAll((cells) => cells.map((each) => each.getAttribute('aria-label') ?? ''))) {
    const [, id = '', rules = ''] = /^(\S+) .*, ([\d,]+) rules?$/.exec(label) ?? []
    matrix.set(id, rules)
  }
  expect(matrix.size).toBe(697)
  await page.getByRole('link', { name: 'Table', exact: true }).click()
  await expect(page).toHaveURL('/coverage?view=table')
  const rows = page
    .getByRole('table', { name: 'Techniques and sub-techniques' })
    .locator('tbody tr')
  await expect(rows).toHaveCount(697)
  const table = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('.mono')?.textContent ?? '',
      row.querySelector('.count')?.textContent ?? '',
    ]),
  )
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(matrix))
})

test('the keyboard reaches a cell and unfolds its sub-techniques', async ({ page }) => {
  await page.goto('/coverage')
  await cell(page, 'T1048').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'T1048.003')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(cell(page, 'T1048.001')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('sub-techniques unfold and what ATT&CK never had is a 404 in full', async ({ page }) => {
    await page.goto('/coverage')
    await expect(cell(page, 'T1048.003')).toBeHidden()
    await page.locator('summary[aria-label$="of T1048"]').click()
    await expect(cell(page, 'T1048.003')).toBeVisible()
    for (const address of ['/coverage/T9999', '/coverage/T1048.999', '/coverage/nonsense']) {
      expect((await page.goto(address))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('no such page')
    }
    expect((await page.goto('/coverage/T1064'))?.status()).toBe(200)
    await expect(page.getByText('MITRE withdrew T1064 (Scripting)')).toBeVisible()
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 } })

    test('one tactic is shown at a time', async ({ page }) => {
      await page.goto('/coverage')
      const shown = page.locator('.tactic-body:visible')
      await expect(shown).toHaveCount(1)
      await page.getByRole('radio', { name: 'Show Exfiltration' }).check()
      await expect(shown).toHaveCount(1)
      await expect(cell(page, 'T1048')).toBeVisible()
      await expectNoSidewaysScroll(page)
      await page.goto('/coverage#TA0006')
      await expect(page.locator('#TA0006 .tactic-body')).toBeVisible()
    })
  })
})
