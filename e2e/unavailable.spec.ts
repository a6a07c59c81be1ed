import { expect, test } from '@playwright/test'
import { startWebServer, type WebServer } from '@/lib/cli/serve/web-server'
import { findFreePort } from '@/lib/database/free-port'
import { TAGGED } from './fixtures/rules'
import { expectAccessible } from './page-checks'

let server: WebServer
let url: string

test.beforeAll(async () => {
  process.env.ATLAS_DIST_DIR ??= '.next-e2e'
  const port = await findFreePort(null)
  url = `http://127.0.0.1:${port}`
  const nowhere = 'postgres://somebody:secret@127.0.0.1:1/none'
  const address = { host: '127.0.0.1', port, url }
  server = await startWebServer('start', address, nowhere, new AbortController().signal)
})
test.afterAll(() => server.stop())

test('while the database is away every page says so, with status 503', async ({
  page,
  request,
}) => {
  for (const path of ['/', `/rules/${TAGGED}`, '/coverage', '/imports']) {
    const response = await page.goto(url + path)
    expect(response?.status()).toBe(503)
    expect(page.url()).toBe(url + path)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot be read')
    await expect(page.getByText('does not accept connections')).toBeVisible()
    expect(await page.content()).not.toContain('secret')
  }
  await expectAccessible(page)
  const health = await request.get(`${url}/api/health`)
  expect(health.status()).toBe(503)
  expect(await health.json()).toMatchObject({
    status: 'unavailable',
    reason: 'The database does not accept connections.',
  })
})
