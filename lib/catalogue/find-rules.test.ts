import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { parseCursor } from './feed-cursor'
import { parseFeedQuery } from './feed-query'
import { findRules } from './find-rules'
import { publish, storeRule } from './fixtures/store-rule'
import { FACETS, getFacets } from './get-facets'

const VERSION = 3
let database: TestDatabase
let db: PrismaClient

beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  await publish(db, VERSION)
  await publish(db, VERSION, 'Other')
  const ranks = { critical: 5, high: 4, medium: 3, low: 2 }
  for (const [index, [level, levelRank]] of Object.entries(ranks).entries()) {
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) {
      await storeRule(db, {
        title: `Rule ${level} of ${day}`,
        changedOn: new Date(day),
        level,
        levelRank,
        product: index % 2 === 0 ? 'windows' : null,
        category: 'process_creation',
        sourceName: day === '2026-03-01' ? 'Other' : 'Test',
        tactics: index === 0 ? ['impact', 'execution'] : ['execution'],
        techniques: index < 2 ? ['T1048.003'] : ['T1059'],
        author: index === 0 ? 'Ann, Bo' : null,
        tagNames: index === 1 ? ['rclone'] : ['rclone', 'mega'],
        searchText: `rule ${level} of ${day} 100% sure\\path under_score`,
        queries: [
          { target: 'asim', status: index === 0 ? 'refused' : 'compiled' },
          { target: 'defender-xdr' },
        ],
      })
    }
  }
  await storeRule(db, { title: 'Ended before', validFrom: 1, validTo: VERSION })
  await storeRule(db, { title: 'Not yet published', validFrom: VERSION + 1 })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const find = (params: Parameters<typeof parseFeedQuery>[0]) =>
  findRules(db, VERSION, parseFeedQuery(params))
const titles = async (params: Parameters<typeof parseFeedQuery>[0]) =>
  (await find(params)).rows.map(({ title }) => title)

describe('findRules', () => {
  it('shows the published version, newest first, then by level', async () => {
    const page = await find({})
    expect(page).toMatchObject({ total: 12, before: 0, previous: null, next: null })
    expect(page.rows.slice(0, 5).map(({ title }) => title)).toEqual([
      'Rule critical of 2026-03-03',
      'Rule high of 2026-03-03',
      'Rule medium of 2026-03-03',
      'Rule low of 2026-03-03',
      'Rule critical of 2026-03-02',
    ])
    expect(page.rows[0]).toMatchObject({
      changedOn: '2026-03-03',
      targets: [
        { target: 'defender-xdr', state: 'compiled' },
        { target: 'asim', state: 'refused' },
      ],
    })
  })

  it('walks forth and back over every rule once, whatever the page holds', async () => {
    const all = await titles({})
    for (const limit of ['1', '3', '5', '12']) {
      const forth: string[] = []
      let page = await find({ limit })
      for (;;) {
        expect(page.before).toBe(forth.length)
        forth.push(...page.rows.map(({ title }) => title))
        if (page.next === null) break
        page = await find({ limit, cursor: page.next })
      }
      expect(forth).toEqual(all)
      const back = page.rows.map(({ title }) => title)
      while (page.previous !== null) {
        page = await find({ limit, cursor: page.previous })
        back.push(...page.rows.map(({ title }) => title))
      }
      expect(page.before).toBe(0)
      expect(new Set(back)).toEqual(new Set(all))
    }
  })

  it('goes on from a key that no rule has any more', async () => {
    const cursor = 'after_2026-03-02_9_00000000-0000-4000-8000-000000000000'
    expect(parseCursor(cursor)).not.toBeNull()
    expect((await titles({ cursor, limit: '1' }))[0]).toBe('Rule critical of 2026-03-02')
    const past = 'after_2000-01-01_0_00000000-0000-4000-8000-000000000000'
    expect((await find({ cursor: past })).before).toBe(0)
  })

  it('wants every word, and takes wildcards and quotes literally', async () => {
    expect((await find({ q: 'high 2026-03-02' })).total).toBe(1)
    expect((await find({ q: '2026-03-02 HIGH' })).total).toBe(1)
    expect((await find({ q: '"rule high of"' })).total).toBe(3)
    expect((await find({ q: '100% sure\\path' })).total).toBe(12)
    expect((await find({ q: 'h%h' })).total).toBe(0)
    expect((await find({ q: 'under_score' })).total).toBe(12)
    expect((await find({ q: 'undersscore' })).total).toBe(0)
    expect((await find({ q: "'; DROP TABLE rule; --" })).total).toBe(0)
    expect((await find({ q: 'a\0b\ud800' })).total).toBe(0)
  })

  it('adds values of one filter and cuts with the others', async () => {
    expect((await find({ level: ['high', 'low'] })).total).toBe(6)
    expect((await find({ level: ['high', 'low'], source: 'Other' })).total).toBe(2)
    expect((await find({ level: '-high' })).total).toBe(9)
    expect((await find({ product: '-windows' })).total).toBe(6)
    expect((await find({ product: 'none' })).total).toBe(6)
    expect((await find({ tactic: 'impact' })).total).toBe(3)
    expect((await find({ tactic: '-impact' })).total).toBe(9)
    expect((await find({ target: 'asim' })).total).toBe(9)
    expect((await find({ author: 'bo' })).total).toBe(3)
    expect((await find({ author: '-bo' })).total).toBe(9)
    expect((await find({ from: '2026-03-02', to: '2026-03-02' })).total).toBe(4)
  })

  it('takes the sub-techniques of a technique along', async () => {
    expect((await find({ technique: 'T1048' })).total).toBe(6)
    expect((await find({ technique: 'T1048.003' })).total).toBe(6)
    expect((await find({ technique: 'T1048.001' })).total).toBe(0)
    expect((await find({ technique: '-T1048' })).total).toBe(6)
  })
})

describe('techniques of other releases', () => {
  it('are found under the id that ATT&CK gives them now, and under their own', async () => {
    const sourceName = 'Other'
    await storeRule(db, { title: 'Old', techniques: ['T1562.001', 'T1070.001'], sourceName })
    const found = (technique: string | string[]) =>
      titles({ technique, from: '2026-01-01', to: '2026-01-01' })
    for (const id of ['T1562.001', 'T1562', 'T1685', 'T1685.005', 'T1070.001']) {
      expect([id, await found(id)]).toEqual([id, ['Old']])
    }
    // T1070.001 is no sub-technique of T1070 any more.
    for (const id of ['T1070', 'T1686', 'T1562.002'])
      expect([id, await found(id)]).toEqual([id, []])
    expect(await found(['T1070', 'T1070.001'])).toEqual(['Old'])
    await db.rule.deleteMany({ where: { title: 'Old' } })
  })
})

describe('getFacets', () => {
  it.each([
    {},
    { level: 'high' },
    { level: '-high', tactic: 'impact' },
    { q: 'low', product: 'none' },
    { source: 'Other', target: 'asim' },
    { q: 'nothing has this' },
  ])('counts what choosing a value would show: %j', async (params) => {
    const query = parseFeedQuery(params)
    const facets = await getFacets(db, VERSION, query)
    for (const name of FACETS) {
      expect(facets[name].length).toBeGreaterThan(0)
      const { [name]: _, ...others } = query.filters
      for (const { value, count } of facets[name]) {
        const filters = { ...others, [name]: { include: [value], exclude: [] } }
        const { total } = await findRules(db, VERSION, { ...query, filters })
        expect({ name, value, count }).toEqual({ name, value, count: total })
      }
    }
  })

  it('keeps values at zero, in the place they had', async () => {
    const whole = await getFacets(db, VERSION, parseFeedQuery({}))
    const none = await getFacets(db, VERSION, parseFeedQuery({ q: 'nothing has this' }))
    expect(none.level).toEqual(whole.level.map(({ value }) => ({ value, count: 0 })))
  })

  it('counts a new version anew', async () => {
    const later = await getFacets(db, VERSION + 1, parseFeedQuery({}))
    expect(later.level.find(({ value }) => value === 'medium')?.count).toBe(4)
    expect(later).not.toEqual(await getFacets(db, VERSION, parseFeedQuery({})))
  })
})
