import { expect, test } from '@playwright/test'
import { FILLERS } from './fixtures/rules'
import { expectAccessible, expectNoSidewaysScroll, LOOKS, watchConsole } from './page-checks'

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('the feed is accessible, fits and is quiet', async ({ page }) => {
      const problems = watchConsole(page)
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1, name: 'SOC feed' })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await page.goto('/?q=no+rule+has+these+words&level=high&level=-low')
      await expect(page.getByRole('heading', { name: 'No rule fits' })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      expect(problems).toEqual([])
    })
  })
}

test('rows are grouped by day, newest first, with level, technique, tables and source', async ({
  page,
}) => {
  await page.goto('/')
  const days = await page
    .locator('.row time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(days).toEqual(days.toSorted().reverse())
  const row = page.getByRole('listitem').filter({ hasText: /SMTP/ }).first()
  await expect(row).toContainText('T1048.003')
  await expect(row).toContainText('DeviceNetworkEvents')
  await expect(row).toContainText('Rule Atlas')
  await expect(row.getByRole('img')).toHaveAccessibleName(/Defender XDR: compiled/)
  const height = (await row.boundingBox())?.height ?? 0
  expect(height).toBeGreaterThanOrEqual(36)
  expect(height).toBeLessThanOrEqual(40)
})

test('a search keeps the filters, and filters keep the search', async ({ page }) => {
  await page.goto('/?product=windows')
  await page.getByRole('searchbox').fill('smtp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=smtp&product=windows')
  await page.getByRole('link', { name: /^high/ }).click()
  await expect(page).toHaveURL(/level=high/)
  await expect(page).toHaveURL(/q=smtp/)
  await page.getByRole('link', { name: 'Remove product: windows' }).click()
  await expect(page).not.toHaveURL(/product/)
})

test('counts say what choosing a value shows; a value at zero stays', async ({ page }) => {
  await page.goto('/?product=filler')
  const low = page.locator('.facet', { hasText: 'low' })
  await expect(low.locator('.facet-count')).toHaveText(String(FILLERS / 2))
  const critical = page.locator('.facet', { hasText: 'critical' })
  await expect(critical).toHaveClass(/facet-empty/)
  await expect(critical.locator('.facet-count')).toHaveText('0')
  await low.getByRole('link').first().click()
  await expect(page.locator('.feed-bar')).toContainText(`${FILLERS / 2} rules match`)
  await page.goto('/?product=filler&level=-low')
  await expect(page.locator('.feed-bar')).toContainText(`${FILLERS / 2} rules match`)
})

test('pages go forth and back', async ({ page }) => {
  await page.goto('/?product=filler')
  const first = await page.locator('[data-row]').first().textContent()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(`1–50 of ${FILLERS}`)
  await page.getByRole('link', { name: 'Older →' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(`51–${FILLERS}`)
  await expect(page.locator('[data-row]')).toHaveCount(FILLERS - 50)
  await page.getByRole('link', { name: '← Newer' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('1–50')
  await expect(page.locator('[data-row]').first()).toHaveText(first ?? '')
})

test('broken parameters never break the page', async ({ request }) => {
  const strange = [
    '/?cursor=after_9999-99-99_9_x&limit=-1&from=never&level=%00&q=%00%ff%ed%a0%80',
    "/?q='%3B+DROP+TABLE+rule%3B--&tactic=%27%29%29--&technique=%25",
    '/?level=&level=-&level=--&__proto__=1&constructor=x&tactic[]=1',
    `/?q=${'%25_%5C'.repeat(200)}&${'tag=x&'.repeat(300)}`,
  ]
  for (const address of strange) expect((await request.get(address)).status()).toBe(200)
})

test('keys: / searches, j and k walk, Enter opens', async ({ page }) => {
  await page.goto('/')
  const search = page.getByRole('searchbox')
  // Keys are heard once the page's script runs, which a page that is there may still wait for.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  const rows = page.locator('[data-row]')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('jk/')
  await expect(search).toHaveValue('jk/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/rules\//)
})

test('a filter keeps the place in the list and the focus', async ({ page }) => {
  await page.goto('/')
  await page.evaluate(() => scrollTo(0, 300))
  const execution = page.getByRole('link', { name: /^Execution/ })
  await execution.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?tactic=execution')
  await expect(page.getByRole('link', { name: /^Execution ?, included/ })).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await page.goBack()
  await expect(page).toHaveURL('/')
})
