import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { findEnrichmentState } from '@/lib/catalogue/find-enrichment-state'
import { getRule } from '@/lib/catalogue/get-rule'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { enrichStale, isStale } from './enrich-stale'
import { createRuleFolder, type RuleFolder, ruleId, ruleText } from './fixtures/rule-folder'
import { importSource } from './import-source'

describe('enrichStale', () => {
  let database: TestDatabase
  let db: Database
  let folder: RuleFolder

  const run = () => importSource({ db, importer: openFolder(folder.path), sourceName: 'Test' })
  const shown = async (n: number) => (await getRule(db, 1, ruleId(n)))?.enrichment ?? null
  const age = (n: number) =>
    db.enrichment.updateMany({
      where: { rule: { sigmaId: ruleId(n) } },
      data: { inputsHash: 'of an older release', hypothesis: 7 },
    })

  beforeAll(async () => {
    database = await createTestDatabase()
    db = createClient(database.url)
    folder = createRuleFolder({
      'rules/a.yml': ruleText(1, { category: 'process_creation' }),
      'rules/b.yml': ruleText(2, { extra: 'falsepositives:\n  - A backup tool\n' }),
    })
  })
  beforeEach(async () => {
    await db.source.deleteMany()
    await db.catalogue.update({ where: { id: 1 }, data: { publishedVersion: 0 } })
    expect(await run()).toMatchObject({ created: 2, enriched: 2, enrichmentFaults: [] })
  }, 60_000)
  afterAll(async () => {
    folder.drop()
    await db.$disconnect()
    await database.drop()
  })

  it('has nothing to do after an import', async () => {
    expect(await shown(1)).toMatchObject({ hypothesis: { text: expect.stringMatching(/\.$/) } })
    expect((await shown(2))?.falsePositives.fromRule).toEqual(['A backup tool'])
    expect(await enrichStale({ db })).toEqual({ checked: 2, enriched: 0, faults: [] })
    expect(await run()).toMatchObject({ unchanged: 2, enriched: 0 })
  })

  it('makes again what was made from other inputs, the same as compiling anew', async () => {
    const before = await shown(1)
    await age(1)
    expect(await shown(1)).toBeNull()
    const stale = async () => (await findEnrichmentState(db, null)).filter(isStale)
    expect(await stale()).toMatchObject([{ sigmaId: ruleId(1) }])
    expect(await enrichStale({ db })).toEqual({ checked: 2, enriched: 1, faults: [] })
    expect(await stale()).toEqual([])
    expect(await shown(1)).toEqual(before)
  })

  it('is part of an import that changes nothing else, and fills in what is missing', async () => {
    await db.enrichment.deleteMany()
    expect(await run()).toMatchObject({ published: false, unchanged: 2, enriched: 2 })
    expect(await db.enrichment.count()).toBe(2)
  })

  it('stays within the source that is asked for', async () => {
    await age(1)
    const other = await enrichStale({ db, sourceName: 'Another' })
    expect(other).toEqual({ checked: 0, enriched: 0, faults: [] })
    expect(await enrichStale({ db, sourceName: 'Test' })).toMatchObject({ enriched: 1 })
  })

  it('can be stopped, and run twice at once', async () => {
    await age(1)
    const stopped = await enrichStale({ db, signal: AbortSignal.abort() })
    expect(stopped.enriched).toBe(0)
    await Promise.all([enrichStale({ db }), enrichStale({ db })])
    expect(await enrichStale({ db })).toMatchObject({ enriched: 0 })
    expect(await db.enrichment.count()).toBe(2)
  })

  it('tells of a stored text that is no rule any more, and goes on with the others', async () => {
    await age(1)
    await age(2)
    await db.rule.updateMany({ where: { sigmaId: ruleId(1) }, data: { sigma: 'title: [' } })
    const { enriched, faults } = await enrichStale({ db })
    expect(enriched).toBe(1)
    expect(faults).toEqual([
      { path: 'rules/a.yml', message: expect.stringContaining('cannot be read as a rule') },
    ])
  })
})
