import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { countImports, findImportLog, getImport, hasImport } from '@/lib/catalogue/find-import-log'
import { findRejections } from '@/lib/catalogue/find-rejections'
import { findRuleChanges } from '@/lib/catalogue/find-rule-changes'
import { removeSource } from '@/lib/catalogue/remove-source'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createRuleFolder, type RuleFolder, ruleId, ruleText } from './fixtures/rule-folder'
import { importSource } from './import-source'

const ALL = { offset: 0, limit: 100 }

describe('the change log', () => {
  let database: TestDatabase
  let db: Database
  let folder: RuleFolder

  const run = (sourceName = 'Test') =>
    importSource({ db, importer: openFolder(folder.path), sourceName, allowRemovals: true })

  beforeAll(async () => {
    database = await createTestDatabase()
    db = createClient(database.url)
    folder = createRuleFolder({})
    for (const n of [1, 2, 3, 4, 5]) folder.write(`rules/${n}.yml`, ruleText(n))
    await run()
    folder.write('rules/1.yml', ruleText(1, { title: 'Better' }))
    folder.remove('rules/2.yml')
    folder.write('rules/3.yml', ruleText(3, { condition: 'selection and' }))
    folder.move('rules/4.yml', 'rules/four.yml')
    folder.write('rules/6.yml', ruleText(6))
    folder.write('rules/7.yml', 'title: "no rule')
    await run()
    folder.write('rules/2.yml', ruleText(2))
    await run()
  }, 120_000)
  afterAll(async () => {
    folder.drop()
    await db.$disconnect()
    await database.drop()
  })

  it('lists imports, newest first, page by page', async () => {
    expect(await findImportLog(db, 3, { offset: 0, limit: 2 })).toMatchObject([
      { version: 3, kind: 'import', counts: { created: 1, updated: 0, rejected: 2 } },
      { version: 2, counts: { created: 1, updated: 2, removed: 1, rejected: 2, unchanged: 1 } },
    ])
    expect(await findImportLog(db, 3, { offset: 2, limit: 2 })).toHaveLength(1)
    expect(await countImports(db, 3)).toBe(3)
    expect(await countImports(db, 2)).toBe(2)
  })

  it('knows which versions there are', async () => {
    expect(await getImport(db, 3, 2)).toMatchObject({ version: 2, source: 'Test' })
    expect(await getImport(db, 3, 4)).toBeNull()
    expect(await getImport(db, 2, 3)).toBeNull()
    expect(await hasImport(db, '3')).toBe(true)
    for (const text of ['4', '0', '-1', '03', '3x', '', '99999999999', "3' OR 1=1"])
      expect(await hasImport(db, text)).toBe(false)
  })

  it('says what an import brought, changed and took away', async () => {
    expect(await findRuleChanges(db, 2, 'new', ALL)).toMatchObject({
      rows: [{ id: ruleId(6), title: 'Rule 6', changes: [], isBack: false }],
      total: 1,
    })
    expect(await findRuleChanges(db, 2, 'changed', ALL)).toMatchObject({
      rows: [
        { id: ruleId(1), title: 'Better', changes: ['title'] },
        { id: ruleId(4), path: 'rules/four.yml', changes: ['path'] },
      ],
      total: 2,
    })
    expect(await findRuleChanges(db, 2, 'removed', ALL)).toMatchObject({
      rows: [{ id: ruleId(2), title: 'Rule 2', level: 'medium' }],
    })
    expect(await findRuleChanges(db, 3, 'new', ALL)).toMatchObject({
      rows: [{ id: ruleId(2), isBack: true }],
    })
    expect(await findRuleChanges(db, 1, 'new', { offset: 3, limit: 1 })).toMatchObject({
      rows: [{ title: 'Rule 4' }],
      total: 5,
    })
  })

  it('puts what an author changed before what only the compiler makes differently', async () => {
    await db.rule.updateMany({
      where: { sigmaId: ruleId(1), validFrom: 2 },
      data: { changes: ['asim query', 'ATT&CK'] },
    })
    const { rows } = await findRuleChanges(db, 2, 'changed', ALL)
    expect(rows.map(({ title }) => title)).toEqual(['Rule 4', 'Better'])
  })

  it('still tells a changed rule from a new one when the revision before is pruned', async () => {
    await db.rule.deleteMany({ where: { sigmaId: ruleId(1), validFrom: 1 } })
    expect((await findRuleChanges(db, 2, 'changed', ALL)).total).toBe(2)
    expect((await findRuleChanges(db, 2, 'new', ALL)).total).toBe(1)
  })

  it('says of a file that broke which revision stays visible', async () => {
    expect(await findRejections(db, 2, 'Test', ALL)).toMatchObject({
      rows: [
        {
          path: 'rules/3.yml',
          line: 16,
          isNew: true,
          kept: { id: ruleId(3), title: 'Rule 3' },
        },
        { path: 'rules/7.yml', isNew: true, kept: null },
      ],
      total: 2,
    })
    expect((await findRejections(db, 3, 'Test', ALL)).rows).toMatchObject([
      { isNew: false },
      { isNew: false },
    ])
    expect((await findRejections(db, 1, 'Test', ALL)).total).toBe(0)
  })

  it('tells that a source was removed', async () => {
    await removeSource(db, 'Test', { onWait: () => undefined })
    expect(await findImportLog(db, 4, ALL)).toMatchObject([
      { version: 4, source: 'Test', kind: 'removal', counts: { removed: 6 } },
    ])
    expect(await hasImport(db, '3')).toBe(false)
    // What it was is stored, not read out of its counts.
    await run()
    const none = { created: 0, updated: 0, unchanged: 0, rejected: 0 }
    await db.catalogueVersion.update({ where: { number: 5 }, data: none })
    expect(await findImportLog(db, 5, ALL)).toMatchObject([{ kind: 'import' }, { kind: 'removal' }])
  })
})
