import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, LOOKS, watchConsole } from './page-checks'

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('coverage, imports and the 404 are accessible, fit and are quiet', async ({ page }) => {
      const problems = watchConsole(page)
      for (const address of ['/coverage', '/imports']) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      expect(problems).toEqual([])
      for (const address of ['/no/such/page', '/api/no/such/page']) {
        const response = await page.goto(address)
        expect(response?.status()).toBe(404)
        await expectAccessible(page)
        await expect(page.locator('.site-header')).toHaveCSS('position', 'sticky')
      }
      // The 404 itself is all that a browser has to say about them.
      expect(problems.filter((text) => !/status of 404/.test(text))).toEqual([])
    })
  })
}

test('coverage leads to the rules that it counts', async ({ page }) => {
  await page.goto('/coverage')
  const link = page.getByRole('link', { name: /T1048\.003/ })
  const count = /(\d+)$/.exec((await link.textContent()) ?? '')?.[1]
  await link.click()
  await expect(page).toHaveURL('/?technique=T1048.003')
  await expect(page.locator('.feed-bar')).toContainText(
    new RegExp(`^SOC feed${count} rules? match`),
  )
})

test('coverage names what replaced a retired technique', async ({ page }) => {
  await page.goto('/coverage')
  await expect(page.getByRole('link', { name: /T1562\.001/ })).toContainText('now T1685')
})

test('imports list each rejected file with line and reason', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: 'Sources and rejected files' })
    .click()
  await expect(page).toHaveURL('/imports')
  await expect(page.getByText(/ rules, read /)).toHaveCount(2)
  await expect(page.locator('main')).not.toContainText(process.cwd())
  const row = page.getByRole('row', { name: /broken-condition/ })
  await expect(row).toContainText('SIGMA_CONDITION_SYNTAX')
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^\d+$/)
  await expect(page.getByRole('row', { name: /empty\.yml/ })).toContainText('1IMPORT_EMPTY_FILE')
  await expect(page.getByRole('row', { name: /no <yaml>\.yml/ })).toBeVisible()
})
