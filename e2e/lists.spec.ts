import { expect, test } from '@playwright/test'
import { expectAccessible, LOOKS, watchConsole } from './page-checks'

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('the 404 is accessible, fits and is quiet', async ({ page }) => {
      const problems = watchConsole(page)
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
