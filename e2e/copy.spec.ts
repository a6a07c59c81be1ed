import { expect, type Page, test } from '@playwright/test'
import { TAGGED } from './fixtures/rules'

/** What a paste into an empty field gives: the clipboard as the next program sees it. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const area = document.createElement('textarea')
    area.id = 'pasted'
    document.body.append(area)
    area.focus()
  })
  await page.keyboard.press('Control+V')
  return page.locator('#pasted').inputValue()
}

test('a copy button copies the whole text and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/rules/${TAGGED}`)
  const button = page.getByRole('button', { name: 'Copy KQL for Defender XDR' })
  await button.click()
  await expect(button).toHaveText('Copied')
  await expect(page.getByText('KQL for Defender XDR copied')).toBeAttached()
  expect(await paste(page)).toBe(await page.locator('#kql-defender-xdr').textContent())
  await expect(button).toHaveText('Copy', { timeout: 5_000 })
})

test('over plain http, where the Clipboard API is missing, it copies too', async ({ page }) => {
  // The same server under a name that no browser trusts without TLS.
  await page.route('http://rules.example/**', async (route) => {
    const url = new URL(route.request().url())
    const here = new URL(test.info().project.use.baseURL ?? '')
    url.host = here.host
    await route.fulfill({ response: await route.fetch({ url: url.href }) })
  })
  await page.goto(`http://rules.example/rules/${TAGGED}`)
  expect(await page.evaluate(() => [isSecureContext, typeof navigator.clipboard])).toEqual([
    false,
    'undefined',
  ])
  const button = page.getByRole('button', { name: 'Copy Sigma rule' })
  await button.click()
  await expect(button).toHaveText('Copied')
  expect(await paste(page)).toBe(await page.locator('#sigma').textContent())
})
