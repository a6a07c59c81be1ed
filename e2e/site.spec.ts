import { expect, test } from '@playwright/test'
import { BROKEN_FILES, TAGGED } from './fixtures/rules'

test('health tells versions and counts', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toMatchObject({
    status: 'ok',
    versions: {
      app: expect.stringMatching(/^\d+\.\d+\.\d+/),
      node: process.versions.node,
      postgres: expect.stringMatching(/^\d+/),
      attack: '19.1',
      attackTexts: [],
      catalogue: expect.any(Number),
    },
    // The starter catalogue, of which nothing is rejected, and the fixtures.
    counts: { rejections: BROKEN_FILES.length, sources: 2 },
  })
})

test('every answer carries the id that its line in the log has', async ({ request }) => {
  const own = (await request.get('/')).headers()['x-request-id']
  expect(own).toMatch(/^[\da-f-]{36}$/)
  const given = await request.get('/none', { headers: { 'X-Request-Id': 'from-a-proxy-7' } })
  expect(given.headers()['x-request-id']).toBe('from-a-proxy-7')
  const hostile = await request.get('/', { headers: { 'X-Request-Id': '"} {"level":60' } })
  expect(hostile.headers()['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test('an address that means nothing is not found, and pages are only read', async ({ request }) => {
  for (const path of [
    '/rules/%ff.json',
    '/rules/%',
    `/rules/${TAGGED}/%ff`,
    '/rules/%ff/asim.kql',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
  expect((await request.put('/')).status()).toBe(405)
})

test('every answer carries a strict policy', async ({ request }) => {
  const seen = new Set<string>()
  const health = (await request.get('/api/health')).headers()
  expect(health['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  for (const address of [
    '/',
    `/rules/${TAGGED}`,
    '/coverage',
    '/imports',
    '/none',
    '/api/none',
    '/robots.txt',
  ]) {
    const headers = (await request.get(address)).headers()
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-powered-by']).toBeUndefined()
    if (address === '/robots.txt') continue
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThan(20)
    expect(seen.has(nonce)).toBe(false)
    seen.add(nonce)
  }
})

test('the theme follows the system, then the reader, without a flash', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: /^Theme/ }).click()
  expect(await ground()).toBe(dark)
  const response = await page.goto('/coverage')
  expect(await response?.text()).toContain('data-theme="dark"')
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: /^Theme/ }).click()
  expect(await ground()).toBe(light)
})

test('the way past the header is the first stop of the Tab key', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one can search, filter, page, read and change the theme', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox').fill('filler')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/?q=filler')
    await page.getByRole('link', { name: /^low/ }).click()
    await expect(page).toHaveURL('/?q=filler&level=low')
    await page.goto('/?product=filler')
    await page.getByRole('link', { name: 'Older →' }).click()
    await expect(page.getByRole('link', { name: '← Newer' })).toBeVisible()

    await page.goto(`/rules/${TAGGED}`)
    await expect(page).toHaveTitle(/Tool of a Group/)
    await page.getByRole('radio', { name: 'Azure Monitor' }).check()
    await expect(page.getByRole('heading', { name: 'KQL · Azure Monitor' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'KQL · Defender XDR' })).toBeHidden()
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0)

    await page.getByRole('button', { name: /^Theme/ }).click()
    await expect(page).toHaveURL(`/rules/${TAGGED}`)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('filters fold and unfold on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/')
    await expect(page.getByRole('link', { name: /^critical/ })).toBeHidden()
    await page.getByText('Filters', { exact: true }).click()
    await expect(page.getByRole('link', { name: /^critical/ })).toBeVisible()
  })
})
