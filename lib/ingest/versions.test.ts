import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import type { Database } from '@/lib/catalogue/database'
import { findHistory } from '@/lib/catalogue/find-history'
import { findRevisionTexts } from '@/lib/catalogue/find-revision-texts'
import { findSources } from '@/lib/catalogue/find-sources'
import { getRule } from '@/lib/catalogue/get-rule'
import { hasRule } from '@/lib/catalogue/has-rule'
import { KEPT_REVISIONS } from '@/lib/catalogue/prune-revisions'
import { isSourceRemoved, removeSource } from '@/lib/catalogue/remove-source'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createRuleFolder, type RuleFolder, ruleId, ruleText } from './fixtures/rule-folder'
import { importSource } from './import-source'

describe('versions of a rule', () => {
  let database: TestDatabase
  let db: Database
  let folder: RuleFolder

  beforeAll(async () => {
    database = await createTestDatabase()
    db = createClient(database.url)
  })
  afterAll(async () => {
    await db.$disconnect()
    await database.drop()
  })
  beforeEach(() => {
    folder = createRuleFolder({ 'rules/a.yml': ruleText(1), 'rules/b.yml': ruleText(2) })
  })
  afterEach(async () => {
    folder.drop()
    await db.source.deleteMany()
    await db.catalogue.update({ where: { id: 1 }, data: { publishedVersion: 0 } })
  })

  const run = (sourceName = 'Test', from = folder) =>
    importSource({ db, importer: openFolder(from.path), sourceName, allowRemovals: true })
  const rule = async (n: number) => getRule(db, await currentVersion(db), ruleId(n))
  const history = async (n: number) => findHistory(db, await currentVersion(db), ruleId(n))

  it('says what each changed, newest first', async () => {
    await run()
    folder.write('rules/a.yml', ruleText(1, { title: 'Better', condition: 'not selection' }))
    await run()
    expect(await history(1)).toMatchObject([
      { version: 2, event: 'changed', title: 'Better', changes: ['title', 'detection'] },
      { version: 1, event: 'new', title: 'Rule 1', changes: [], source: 'Test', removed: null },
    ])
    expect((await findRevisionTexts(db, 2, ruleId(1))).map(({ sigma }) => sigma)).toEqual([
      ruleText(1, { title: 'Better', condition: 'not selection' }),
      ruleText(1),
    ])
    // Nobody reads the version to come.
    expect(await findHistory(db, 1, ruleId(1))).toHaveLength(1)
  })

  it('keeps the page of a rule that was removed, and takes it back', async () => {
    await run()
    folder.remove('rules/b.yml')
    await run()
    expect(await hasRule(db, ruleId(2))).toBe(true)
    expect(await rule(2)).toMatchObject({
      title: 'Rule 2',
      removed: { version: 2, source: 'Test', at: expect.stringMatching(/^\d{4}-.*Z$/) },
    })
    expect((await rule(2))?.sigmaHtml).toContain('tok-')
    expect((await rule(1))?.removed).toBeNull()
    expect(await history(2)).toMatchObject([{ event: 'new', removed: { version: 2 } }])
    folder.write('rules/b.yml', ruleText(2))
    expect(await run()).toMatchObject({ created: 1, version: 3 })
    expect((await rule(2))?.removed).toBeNull()
    expect(await history(2)).toMatchObject([
      { version: 3, event: 'back', changes: [], removed: null },
      { version: 1, event: 'new', removed: { version: 2 } },
    ])
  })

  it('gives an id to the other source when its owner has it no more, and then keeps it there', async () => {
    const other = createRuleFolder({ 'rules/a.yml': ruleText(1, { title: 'Theirs' }) })
    await run()
    expect(await run('Other', other)).toMatchObject({ created: 0, rejected: 1 })
    folder.remove('rules/a.yml')
    await run()
    expect((await rule(1))?.removed).toMatchObject({ source: 'Test' })
    expect(await run('Other', other)).toMatchObject({ created: 1, rejected: 0 })
    expect(await rule(1)).toMatchObject({ title: 'Theirs', removed: null })
    folder.write('rules/a.yml', ruleText(1))
    const back = await run()
    expect(back.rejections[0]?.message).toMatch(/belongs to the source "Other".*from "Test"/)
    expect(await history(1)).toMatchObject([
      { source: 'Other', event: 'back' },
      { source: 'Test', removed: { source: 'Test' } },
    ])
    other.drop()
  })

  it('drops markup and search text of what an earlier version superseded, and the oldest of many', async () => {
    folder.write('rules/b.yml', ruleText(2, { category: 'process_creation' }))
    await run()
    for (let n = 0; n <= KEPT_REVISIONS; n++) {
      folder.write('rules/a.yml', ruleText(1, { title: `Title ${n}` }))
      if (n === 1) folder.write('rules/b.yml', ruleText(2, { title: 'Changed once' }))
      if (n === 2) folder.remove('rules/b.yml')
      await run()
    }
    const rows = await db.rule.findMany({
      where: { sigmaId: ruleId(1) },
      orderBy: { validFrom: 'desc' },
      include: { enrichment: true },
    })
    expect(rows).toHaveLength(KEPT_REVISIONS)
    expect(rows[0]).toMatchObject({ title: `Title ${KEPT_REVISIONS}`, validFrom: 22 })
    expect(rows[0]?.sigmaHtml).toContain('tok-')
    expect(rows[0]?.enrichment).not.toBeNull()
    // Whoever began to read at the version before still gets a whole page.
    expect(rows[1]?.sigmaHtml).toContain('tok-')
    expect(rows[1]).toMatchObject({ searchText: expect.stringMatching(/./), validTo: 22 })
    expect((await getRule(db, 21, ruleId(1)))?.enrichment).not.toBeNull()
    for (const old of rows.slice(2))
      expect(old).toMatchObject({ sigmaHtml: null, searchText: '', enrichment: null })
    const removed = await db.rule.findMany({
      where: { sigmaId: ruleId(2) },
      orderBy: { validFrom: 'asc' },
      include: { queries: true },
    })
    expect(removed.map(({ sigmaHtml }) => sigmaHtml !== null)).toEqual([false, true])
    expect(removed[0]?.queries).toHaveLength(3)
    for (const { kqlHtml } of removed[0]?.queries ?? []) expect(kqlHtml).toBeNull()
  }, 120_000)

  it('removes a source whole, under a version of its own, and keeps it out of the start', async () => {
    const other = createRuleFolder({ 'rules/x.yml': ruleText(7), 'rules/y.yml': 'broken' })
    await run()
    folder.write('rules/a.yml', ruleText(1, { title: 'Better' }))
    await run()
    await run('Other', other)
    const lock = { onWait: () => undefined }
    expect(await removeSource(db, 'Nobody', lock)).toBeNull()
    expect(await removeSource(db, 'Test', lock)).toEqual({
      ...{ name: 'Test', rules: 2, revisions: 3, rejections: 0, imports: 2, version: 4 },
    })
    expect(await currentVersion(db)).toBe(4)
    expect(await hasRule(db, ruleId(1))).toBe(false)
    expect(await findSources(db, 4)).toMatchObject([{ name: 'Other', rules: 1, rejected: 1 }])
    expect(await isSourceRemoved(db, 'Test')).toBe(true)
    expect(await isSourceRemoved(db, 'Other')).toBe(false)
    expect(await isSourceRemoved(db, 'Nobody')).toBe(false)
    expect(await removeSource(db, 'Test', lock)).toBeNull()
    expect(await run()).toMatchObject({ created: 2, version: 5 })
    expect(await isSourceRemoved(db, 'Test')).toBe(false)
    expect(await findSources(db, 5)).toMatchObject([
      { name: 'Other' },
      { name: 'Test', rules: 2, origin: folder.path, lastImport: { version: 5 } },
    ])
    other.drop()
  })
})
