import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { startWebServer, type WebServer } from '@/lib/cli/serve/web-server'
import { findFreePort } from '@/lib/database/free-port'
import { onServer } from '@/test/test-server'
import { TAGGED, UNKNOWN } from './fixtures/rules'
import { expectAccessible } from './page-checks'
import { type RelayedApp, serveThroughRelay } from './server/serve-through-relay'

let server: WebServer
let url: string

test.beforeAll(async () => {
  process.env.ATLAS_DIST_DIR ??= '.next-e2e'
  const port = await findFreePort(null)
  url = `http://127.0.0.1:${port}`
  const nowhere = 'postgres://somebody:secret@127.0.0.1:1/none'
  const address = { host: '127.0.0.1', port, url }
  const { signal } = new AbortController()
  server = await startWebServer('start', address, nowhere, signal, { print: () => {} })
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

test.describe('a database that goes', () => {
  // One app for all: they follow each other.
  test.describe.configure({ mode: 'default' })
  test.setTimeout(180_000)
  let app: RelayedApp
  test.beforeAll(async () => {
    app = await serveThroughRelay()
  })
  test.afterAll(() => app.stop())

  const linesOf = (id: string) =>
    app.lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === id)
  const ask = (path: string, id: string) =>
    fetch(app.url + path, { headers: { 'X-Request-Id': id }, redirect: 'manual' })

  const PAGES = ['/', '/coverage', '/coverage/T1048', '/imports', '/imports/1', '/none']
  const RULE = `/rules/${TAGGED}`
  const FILES = [
    [`${RULE}.json`, 'application/json; charset=utf-8'],
    [`${RULE}.yml`, 'text/plain; charset=utf-8'],
    [`${RULE}/asim.kql`, 'text/plain; charset=utf-8'],
  ] as const

  test('every request has one line in the log, whatever answers it', async () => {
    for (const [path, status] of [
      ['/', 200],
      [RULE, 200],
      [`${RULE}.json`, 200],
      [`${RULE}.yml`, 200],
      [`${RULE}/asim.kql`, 200],
      ['/coverage/t1562.001', 308],
      ['/coverage/T9999', 404],
      ['/imports/999', 404],
      [`/rules/${UNKNOWN}`, 404],
      [`/rules/${UNKNOWN}.json`, 404],
      ['/none', 404],
    ] as const) {
      const id = randomUUID()
      const response = await ask(path, id)
      expect([path, response.status]).toEqual([path, status])
      await response.text()
      expect(response.headers.get('location') ?? '/').toMatch(/^\//)
      await expect.poll(() => linesOf(id).length).toBeGreaterThan(0)
      expect(linesOf(id)).toMatchObject([{ msg: 'Answered', path, status }])
    }
  })

  test('the request after it went is told so, and the one after it came back is served', async () => {
    expect((await ask(RULE, randomUUID())).status).toBe(200)
    await app.relay.cut()
    for (const path of [RULE, `${RULE}/history`, ...PAGES]) {
      const id = randomUUID()
      const response = await ask(path, id)
      expect([path, response.status]).toEqual([path, 503])
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('content-security-policy')).toContain('nonce-')
      expect(await response.text()).toContain('The catalogue cannot be read right now')
      await expect.poll(() => linesOf(id)).toMatchObject([{ level: 50, status: 503 }])
    }
    for (const [path, type] of FILES) {
      const response = await ask(path, randomUUID())
      expect([path, response.status]).toEqual([path, 503])
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(await response.text()).toContain('The database')
    }
    await app.relay.mend()
    expect((await ask(RULE, randomUUID())).status).toBe(200)
  })

  /** Asks while the rules cannot be read, and takes the database away once the answer waits for them. */
  async function cutUnderWay(path: string, id: string): Promise<Response> {
    return onServer(app.databaseUrl, async (holder) => {
      await holder.query('BEGIN')
      await holder.query('LOCK TABLE rule IN ACCESS EXCLUSIVE MODE')
      const answer = ask(path, id)
      const waiting = 'SELECT FROM pg_locks WHERE NOT granted'
      await expect.poll(async () => (await holder.query(waiting)).rowCount).toBeGreaterThan(0)
      await app.relay.cut()
      await holder.query('ROLLBACK')
      return answer
    })
  }

  test('one that goes under way leaves an answer and lines that a program can read', async () => {
    for (const [path, type] of FILES) {
      const response = await cutUnderWay(path, randomUUID())
      expect([path, response.status]).toEqual([path, 503])
      expect(response.headers.get('content-type')).toBe(type)
      expect(await response.text()).toContain('The database closed the connection.')
      await app.relay.mend()
      expect((await ask(path, randomUUID())).status).toBe(200)
    }
    const rule = await cutUnderWay(RULE, randomUUID())
    expect(rule.status).toBe(503)
    expect(await rule.text()).toContain('The catalogue cannot be read right now')
    await app.relay.mend()

    const id = randomUUID()
    const page = await cutUnderWay('/', id)
    expect(page.status).toBe(500)
    await page.text()
    await expect.poll(() => linesOf(id).map(({ msg }) => msg)).toContain('A page or route failed')
    await app.relay.mend()
    expect((await ask('/', randomUUID())).status).toBe(200)
    for (const line of app.lines) expect(JSON.parse(line)).toHaveProperty('msg')
  })
})
