import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renamedTactics } from '@/lib/attack/expand-tactic'
import { CURRENT_RELEASE, PREVIOUS_RELEASE, type Release } from '@/lib/attack/releases'
import { renamedIn } from '@/lib/attack/tagged-ids'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { parseFeedQuery } from './feed-query'
import { findCoverage } from './find-coverage'
import { findRules } from './find-rules'
import { findTechniqueRules } from './find-technique-rules'
import { publish, storeRule } from './fixtures/store-rule'

const VERSION = 2
let database: TestDatabase
let db: PrismaClient

beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  await publish(db, VERSION)
  const xdr = { target: 'defender-xdr' }
  await storeRule(db, { techniques: ['T1048.003', 'T1048.001'], queries: [xdr], title: 'Two subs' })
  await storeRule(db, { techniques: ['T1048'], level: 'high', levelRank: 4, title: 'Parent' })
  await storeRule(db, { techniques: ['T1562.001', 'T1685'], tactics: ['stealth'], title: 'Both' })
  await storeRule(db, {
    ...{ techniques: ['T1070.001'], tactics: ['stealth', 'impact'], title: 'Moved' },
    queries: [{ target: 'asim', status: 'refused' }],
  })
  await storeRule(db, { techniques: ['T9999', 'T1064', 'T1684'], title: 'Nowhere' })
  await storeRule(db, { title: 'Untagged' })
  await storeRule(db, { techniques: ['T1048'], title: 'Ended', validTo: VERSION })
  await storeRule(db, { techniques: ['T1048'], title: 'To come', validFrom: VERSION + 1 })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const cover = (release: Release = CURRENT_RELEASE, levels: string[] = [], targets: string[] = []) =>
  findCoverage(db, VERSION, {
    ...{ levels, targets, renamed: renamedIn(release) },
    renamedTactics: renamedTactics(release),
  })

describe('findCoverage', () => {
  it('counts a rule once for a technique, however many of its sub-techniques it names', async () => {
    const { families, techniques, rules, untagged } = await cover()
    expect({ rules, untagged }).toEqual({ rules: 6, untagged: 1 })
    expect(families.get('T1048')).toBe(2)
    expect([...techniques].filter(([id]) => id.startsWith('T1048'))).toEqual(
      expect.arrayContaining([
        ['T1048', 1],
        ['T1048.001', 1],
        ['T1048.003', 1],
      ]),
    )
  })

  it('counts a tag of another release for what stands for it', async () => {
    const now = await cover()
    expect(now.techniques.get('T1685')).toBe(1)
    expect(now.techniques.get('T1685.005')).toBe(1)
    expect(now.families.get('T1685')).toBe(2)
    expect(now.tags.get('T1562.001')).toBe(1)
    expect([now.families.has('T1070'), now.families.has('T1562')]).toEqual([false, false])
    const before = await cover(PREVIOUS_RELEASE)
    expect(before.techniques.get('T1562.001')).toBe(1)
    expect(before.families.get('T1070')).toBe(1)
    expect(before.families.has('T1685')).toBe(false)
  })

  it('loses no tag', async () => {
    const { tags, techniques } = await cover()
    for (const id of ['T9999', 'T1064', 'T1684']) {
      expect([id, tags.get(id), techniques.get(id)]).toEqual([id, 1, 1])
    }
  })

  it('narrows by level and by target, as the feed does', async () => {
    expect((await cover(CURRENT_RELEASE, ['high'])).families).toEqual(new Map([['T1048', 1]]))
    expect((await cover(CURRENT_RELEASE, ['high', 'medium'])).rules).toBe(6)
    const compiled = await cover(CURRENT_RELEASE, [], ['defender-xdr', 'asim'])
    expect(compiled).toMatchObject({ rules: 1, untagged: 0 })
    expect(compiled.families).toEqual(new Map([['T1048', 1]]))
    expect((await cover()).tactics).toEqual(
      new Map([
        ['impact', 1],
        ['stealth', 2],
      ]),
    )
    const before = await cover(PREVIOUS_RELEASE)
    expect(before.tactics.get('defense-evasion')).toBe(2)
    expect(before.tactics.has('stealth')).toBe(false)
  })

  it('counts what the feed shows for the same technique', async () => {
    const { families, techniques } = await cover()
    for (const [id, rules] of [
      ...families,
      ...[...techniques].filter(([id]) => id.includes('.')),
    ]) {
      const { total } = await findRules(db, VERSION, parseFeedQuery({ technique: id }))
      expect([id, total]).toEqual([id, rules])
    }
  })
})

describe('findTechniqueRules', () => {
  it('lists rules by technique, gravest first, and says how another release tagged them', async () => {
    const renamed = renamedIn(CURRENT_RELEASE)
    const ids = ['T1048', 'T1048.001', 'T1685', 'T1685.005', 'T1059']
    const found = await findTechniqueRules(db, VERSION, ids, renamed)
    const listed = [...found].map(([id, { total, shown }]) => [
      ...[id, total],
      ...shown.map(({ title, taggedAs }) => `${title} ${taggedAs ?? 'as is'}`),
    ])
    expect(listed).toEqual([
      ['T1048', 1, 'Parent as is'],
      ['T1048.001', 1, 'Two subs as is'],
      ['T1685', 1, 'Both as is'],
      ['T1685.005', 1, 'Moved T1070.001'],
    ])
  })

  it('lists the first of many and counts all', async () => {
    const titles = Array.from({ length: 23 }, (_, n) => `Many ${String(n).padStart(2, '0')}`)
    for (const title of titles) await storeRule(db, { title, techniques: ['T1499'] })
    const found = (await findTechniqueRules(db, VERSION, ['T1499'], new Map())).get('T1499')
    expect(found?.total).toBe(23)
    expect(found?.shown.map(({ title }) => title)).toEqual(titles.slice(0, 20))
  })
})
