import { expect, test } from '@playwright/test'
import { BROKEN_LATER, CHANGED, REMOVED } from './fixtures/rules'
import { expectAccessible, expectNoSidewaysScroll, LOOKS, watchConsole } from './page-checks'

/** The version of the second import of the fixtures: e2e/server/import-fixtures.ts. */
const SECOND = '/imports/3'

for (const { name, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use(look)

    test('the change log and a history are accessible, fit and are quiet', async ({ page }) => {
      const problems = watchConsole(page)
      for (const address of [
        '/imports',
        SECOND,
        `${SECOND}?show=rejected`,
        `/rules/${CHANGED}/history`,
      ]) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      expect(problems).toEqual([])
    })

    test('a reason for a rejection is on the screen, and a source keeps its case', async ({
      page,
    }) => {
      await page.goto(`${SECOND}?show=rejected`)
      const reason = page.locator('.rejection-reason').first()
      const { x = 0, width = 0 } = (await reason.boundingBox()) ?? {}
      expect(x + width).toBeLessThanOrEqual(look.viewport.width)
      await page.goto('/imports')
      await expect(page.getByText('Rule Atlas', { exact: true }).last()).toHaveCSS(
        'text-transform',
        'none',
      )
    })
  })
}

test('imports lead to what each changed', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: 'Sources and rejected files' })
    .click()
  await expect(page).toHaveURL('/imports')
  await expect(page.locator('main')).not.toContainText(process.cwd())
  await page.getByRole('link', { name: 'Version 3' }).click()
  await expect(page).toHaveURL(SECOND)
  await expect(page.locator('main')).toContainText(/1 changed, 1 removed, 4 rejected/)
  const changed = page.getByRole('region', { name: /^Changed/ })
  await expect(changed.getByRole('listitem')).toContainText('title, level, detection')
  const rejected = page.getByRole('region', { name: /^Rejected/ })
  await expect(rejected.getByRole('listitem').filter({ hasText: 'broken-later' })).toContainText(
    'The last good revision stays visible: Good at First',
  )
  await expect(rejected.getByRole('listitem').filter({ hasText: 'empty.yml' })).toContainText(
    'rules/empty.yml:1',
  )
  await expect(rejected.getByRole('listitem').filter({ hasText: 'no <yaml>.yml' })).toBeVisible()
})

test('a long part has pages', async ({ page }) => {
  await page.goto('/imports/2')
  await page.getByRole('region', { name: /^New/ }).getByRole('link', { name: /^All / }).click()
  await expect(page).toHaveURL('/imports/2?show=new')
  await expect(page.getByRole('listitem')).not.toHaveCount(30)
  await page.goto('/imports/2?show=new&page=99999')
  await expect(page.locator('main').getByRole('listitem').first()).toBeVisible()
})

test('a rule that was removed keeps its page, and is in no list', async ({ page }) => {
  await page.goto(SECOND)
  await page
    .getByRole('region', { name: /^Removed/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(`/rules/${REMOVED}`)
  await expect(page.locator('.notice')).toContainText('removed this rule')
  await page.goto('/?q=Here+Today')
  await expect(page.locator('main')).not.toContainText('Here Today and Gone')
})

test('a history shows Sigma and KQL line by line, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/rules/${CHANGED}`)
  await page.getByRole('link', { name: 'Compare the revisions line by line' }).click()
  await expect(page).toHaveURL(`/rules/${CHANGED}/history`)
  const sigma = page.getByRole('region', { name: 'Sigma, line by line' })
  await expect(sigma.locator('del')).toContainText(['- title: As It Was', '- level: low'])
  await expect(sigma.locator('ins')).toContainText(['+ title: As It Is', '+ level: high'])
  const kql = page.getByRole('region', { name: 'KQL for Defender XDR, line by line' })
  await expect(kql.locator('ins')).toContainText([/new\.exe/])
  await context.close()
})

test('a version or a history that is not there is a real 404', async ({ page }) => {
  for (const address of [
    '/imports/999',
    '/imports/0',
    '/imports/x',
    '/rules/00000000-0000-4000-8000-000000000000/history',
  ]) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no such')
  }
  const good = await page.goto(`/rules/${BROKEN_LATER}`)
  expect(good?.status()).toBe(200)
})
