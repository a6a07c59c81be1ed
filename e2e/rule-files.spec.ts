import { type APIResponse, expect, test } from '@playwright/test'
import { FIXTURES, HOSTILE, REFUSED, TAGGED, UNKNOWN } from './fixtures/rules'

const TYPES = [
  [`/rules/${TAGGED}.json`, 'application/json; charset=utf-8'],
  [`/rules/${TAGGED}.yml`, 'text/yaml; charset=utf-8'],
  [`/rules/${TAGGED}/defender-xdr.kql`, 'text/plain; charset=utf-8'],
  [`/rules/${TAGGED}/asim.kql`, 'text/plain; charset=utf-8'],
] as const

function expectData(response: APIResponse, type: string): void {
  const headers = response.headers()
  expect(headers['content-type']).toBe(type)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
}

for (const [address, type] of TYPES) {
  test(`${address} is a file that a reader keeps until it changes`, async ({ request }) => {
    const response = await request.get(address)
    expect(response.status()).toBe(200)
    expectData(response, type)
    const { etag = '', 'cache-control': cacheControl } = response.headers()
    expect(cacheControl).toBe('no-cache')
    const again = await request.get(address, { headers: { 'If-None-Match': etag } })
    expect(again.status()).toBe(304)
    const head = await request.head(address)
    expect(head.status()).toBe(200)
    expect(head.headers().etag).toBe(etag)
    expect((await head.body()).length).toBe(0)

    const upper = address.replace(TAGGED, TAGGED.toUpperCase())
    const moved = await request.get(upper, { maxRedirects: 0 })
    expect([moved.status(), moved.headers().location]).toEqual([308, address])
    const unknown = await request.get(address.replace(TAGGED, UNKNOWN))
    expect(unknown.status()).toBe(404)
    expectData(unknown, type === TYPES[0][1] ? type : TYPES[2][1])
    expect(await unknown.text()).toContain('There is no rule with this id.')
  })
}

test('the JSON has every field of the contract, each text with its origin', async ({ request }) => {
  const rule = await (await request.get(`/rules/${TAGGED}.json`)).json()
  const { id, title, level, status, author } = rule
  expect({ id, title, level, status, author }).toEqual({
    id: TAGGED,
    title: 'Tool of a Group Seen in One Campaign',
    level: 'critical',
    status: 'stable',
    author: 'Rule Atlas',
  })
  expect(Object.keys(rule)).toEqual(
    expect.arrayContaining([
      ...['licence', 'tags', 'source', 'sigma', 'hypothesis', 'queries', 'dataSources'],
      ...['falsePositives', 'attack', 'references', 'confidence', 'related', 'versions'],
    ]),
  )
  expect(rule.hypothesis.text).toMatch(/[.!?”"]$/)
  const origins = ['rule', 'attack', 'derived', 'curated']
  expect(origins).toContain(rule.hypothesis.origin)
  for (const { text, origin } of rule.falsePositives.guidance) {
    expect(text).not.toBe('')
    expect(origins).toContain(origin)
  }
  expect(rule.queries.map(({ target }: { target: string }) => target)).toEqual([
    'defender-xdr',
    'asim',
    'azure-monitor',
  ])
  expect(rule.attack[0]).toMatchObject({ id: 'T1685', taggedId: 'T1562.001' })
  expect(rule.versions).toHaveLength(1)
})

test('the YAML is the text of the file; a query is what the page shows', async ({
  page,
  request,
}) => {
  const yaml = await request.get(`/rules/${HOSTILE}.yml`)
  expect(await yaml.text()).toBe(FIXTURES['rules/<b>hostile</b> #1?.yml'])
  expect(yaml.headers()['content-disposition']).toMatch(/^inline; filename="[\w.-]+\.yml"$/)
  const kql = await (await request.get(`/rules/${HOSTILE}/asim.kql`)).text()
  await page.goto(`/rules/${HOSTILE}?target=asim`)
  expect(await page.locator('#kql-asim').textContent()).toBe(kql)
})

test('a refused query is a 404 with the reasons, an unknown target one with the names', async ({
  request,
}) => {
  const refused = await request.get(`/rules/${REFUSED}/asim.kql`)
  expect(refused.status()).toBe(404)
  expectData(refused, TYPES[2][1])
  expect(await refused.text()).toContain('TARGET_UNSUPPORTED_LOGSOURCE')
  const unknown = await request.get(`/rules/${TAGGED}/splunk.kql`)
  expect(unknown.status()).toBe(404)
  expect(await unknown.text()).toContain('defender-xdr, asim, azure-monitor')
  for (const odd of ['/rules/x.json', '/rules/..%2fx.yml', '/rules/%00.json']) {
    expect([400, 404]).toContain((await request.get(odd)).status())
  }
})
