import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createRuleFolder, type RuleFolder, ruleId, ruleText } from './fixtures/rule-folder'
import { type ImportOptions, importSource } from './import-source'

describe('importSource', () => {
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

  const run = (options: Partial<ImportOptions> = {}, origin = folder) =>
    importSource({ db, importer: openFolder(origin.path), sourceName: 'Test', ...options })

  /** What readers see: the path and the title of each rule. */
  async function shown(sourceName = 'Test') {
    const { publishedVersion } = await db.catalogue.findUniqueOrThrow({ where: { id: 1 } })
    const visible = {
      sourceName,
      validFrom: { lte: publishedVersion },
      validTo: { gt: publishedVersion },
    }
    const rules = await db.rule.findMany({ where: visible, orderBy: { path: 'asc' } })
    const rejections = await db.rejection.findMany({ where: visible, orderBy: { path: 'asc' } })
    return {
      version: publishedVersion,
      rules: rules.map(({ path, title }) => `${path} ${title}`),
      rejections: rejections.map(({ path, line, code }) => `${path}:${line} ${code}`),
    }
  }

  it('stores rules with their queries and publishes them', async () => {
    folder.write('rules/a.yml', ruleText(1, { category: 'process_creation' }))
    const report = await run()
    expect(report).toMatchObject({ version: 1, published: true, created: 2, rejected: 0 })
    const rule = await db.rule.findFirstOrThrow({
      where: { sigmaId: ruleId(1) },
      include: { queries: { orderBy: { target: 'asc' } } },
    })
    expect(rule).toMatchObject({
      path: 'rules/a.yml',
      level: 'medium',
      levelRank: 3,
      techniques: ['T1048.003'],
      tactics: ['exfiltration'],
      changedOn: new Date('2026-01-02'),
      sigma: ruleText(1, { category: 'process_creation' }),
    })
    expect(rule.tables).toContain('DeviceProcessEvents')
    expect(rule.searchText).toContain("image|endswith: '\\tool1.exe'")
    expect(rule.sigmaHtml).toContain('<span class="tok-property">title:</span>')
    expect(rule.queries.map(({ target, status }) => [target, status])).toEqual([
      ['asim', 'compiled'],
      ['azure-monitor', 'compiled'],
      ['defender-xdr', 'compiled'],
    ])
    expect(rule.queries.every(({ kqlHtml }) => kqlHtml?.includes('tok-keyword'))).toBe(true)
    // The language service is loaded here, which takes seconds on a busy machine.
  }, 60_000)

  it('writes nothing when nothing changed', async () => {
    await run()
    const rows = () => db.$queryRaw`SELECT xmin::text, id FROM rule
      UNION SELECT xmin::text, 0 FROM source UNION SELECT xmin::text, 0 FROM catalogue ORDER BY 2, 1`
    const before = await rows()
    const report = await run()
    expect(report).toMatchObject({ version: 1, published: false, created: 0, unchanged: 2 })
    expect(await rows()).toEqual(before)
  })

  it('shows a changed rule as a new revision and keeps the old one', async () => {
    await run()
    folder.write('rules/a.yml', ruleText(1, { title: 'Better' }))
    expect(await run()).toMatchObject({ version: 2, updated: 1, unchanged: 1, created: 0 })
    expect((await shown()).rules).toEqual(['rules/a.yml Better', 'rules/b.yml Rule 2'])
    const revisions = await db.rule.findMany({
      where: { sigmaId: ruleId(1) },
      orderBy: { validFrom: 'asc' },
    })
    expect(revisions.map(({ title, validTo }) => [title, validTo])).toEqual([
      ['Rule 1', 2],
      ['Better', 2_147_483_647],
    ])
  })

  it('follows a rule that moved to another file', async () => {
    await run()
    folder.move('rules/a.yml', 'rules/c.yml')
    expect(await run()).toMatchObject({ updated: 1, removed: 0, created: 0, rejected: 0 })
    expect((await shown()).rules).toEqual(['rules/b.yml Rule 2', 'rules/c.yml Rule 1'])
  })

  it('removes what the source has no more, unless it is over a fifth', async () => {
    for (const n of [3, 4, 5]) folder.write(`rules/${n}.yml`, ruleText(n))
    await run()
    folder.remove('rules/3.yml')
    expect(await run()).toMatchObject({ removed: 1, unchanged: 4 })
    folder.remove('rules/4.yml')
    await expect(run()).rejects.toThrow('would remove 1 of the 4 rules of "Test"')
    expect((await shown()).rules).toHaveLength(4)
    expect(await run({ allowRemovals: true })).toMatchObject({ removed: 1, unchanged: 3 })
    expect((await shown()).rules).toHaveLength(3)
  })

  it('keeps the good revision of a file that broke, until the file is good again', async () => {
    await run()
    folder.write('rules/a.yml', ruleText(1, { condition: 'selection and' }))
    expect(await run()).toMatchObject({ rejected: 1, removed: 0, published: true })
    expect(await shown()).toMatchObject({
      rules: ['rules/a.yml Rule 1', 'rules/b.yml Rule 2'],
      rejections: ['rules/a.yml:16 SIGMA_CONDITION_SYNTAX'],
    })
    expect(await run()).toMatchObject({ rejected: 1, published: false, version: 2 })
    folder.write('rules/a.yml', ruleText(1))
    expect(await run()).toMatchObject({ rejected: 0, unchanged: 2, published: true })
    expect((await shown()).rejections).toEqual([])
  })

  it('leaves an id with the file that has it, else with the first by path', async () => {
    folder.write('rules/c.yml', ruleText(3, { title: 'First' }))
    folder.write('rules/d.yml', ruleText(3, { title: 'Second' }))
    const report = await run()
    expect(report).toMatchObject({ created: 3, rejected: 1 })
    expect(report.rejections).toMatchObject([
      { path: 'rules/d.yml', line: 2, code: 'IMPORT_DUPLICATE_ID' },
    ])
    expect(report.rejections[0]?.message).toContain('"rules/c.yml"')
    folder.write('rules/0.yml', ruleText(3, { title: 'Intruder' }))
    expect(await run()).toMatchObject({ rejected: 2, created: 0, updated: 0 })
    expect((await shown()).rules).toContain('rules/c.yml First')
    folder.remove('rules/0.yml')
    folder.remove('rules/c.yml')
    expect(await run()).toMatchObject({ rejected: 0, updated: 1, removed: 0 })
    expect((await shown()).rules).toContain('rules/d.yml Second')
  })

  it('rejects an id that another source owns, naming both', async () => {
    await run({ sourceName: 'Owner' })
    const report = await run()
    expect(report).toMatchObject({ created: 0, rejected: 2 })
    expect(report.rejections[0]).toMatchObject({ code: 'IMPORT_ID_OWNED', line: 2 })
    expect(report.rejections[0]?.message).toMatch(/"Owner".*"Test"/)
    await db.source.delete({ where: { name: 'Owner' } })
    expect(await run()).toMatchObject({ created: 2, rejected: 0 })
  })

  it('writes nothing in a dry run', async () => {
    expect(await run({ dryRun: true })).toMatchObject({ created: 2, published: false, version: 0 })
    expect(await db.source.count()).toBe(0)
    expect(await db.rule.count()).toBe(0)
  })

  it('makes no revision when a new toolchain makes the same', async () => {
    folder.write('rules/c.yml', ruleText(3, { condition: 'nothing' }))
    await run()
    await db.rule.updateMany({ data: { toolchainHash: 'older' } })
    await db.rejection.updateMany({ data: { toolchainHash: 'older' } })
    expect(await run()).toMatchObject({ updated: 0, unchanged: 2, rejected: 1, published: false })
    expect(await db.rule.count({ where: { toolchainHash: 'older' } })).toBe(0)
    expect(await db.rejection.count({ where: { toolchainHash: 'older' } })).toBe(0)
    expect(await db.rule.count()).toBe(2)
  })

  it('clears what a killed import left, and shows none of it', async () => {
    await run()
    const { id: _, ...row } = await db.rule.findFirstOrThrow({ where: { sigmaId: ruleId(1) } })
    const related = row.related as object[]
    const leftover = { ...row, related, sigmaId: ruleId(9), title: 'Left', validFrom: 2 }
    await db.rule.create({ data: leftover })
    await db.source.create({ data: { name: 'Left', origin: 'x', retrievedAt: new Date() } })
    folder.write('rules/c.yml', ruleText(3))
    expect(await run()).toMatchObject({ created: 1, unchanged: 2, version: 2 })
    expect((await shown()).rules).toHaveLength(3)
    expect(await db.source.count()).toBe(1)
  })

  it('stops when it is told to, and shows nothing', async () => {
    const stop = new AbortController()
    const onProgress = () => stop.abort(new Error('stopped'))
    await expect(run({ onProgress, signal: stop.signal })).rejects.toThrow('stopped')
    expect(await shown()).toEqual({ version: 0, rules: [], rejections: [] })
  })

  it('runs one import at a time', async () => {
    const steps: string[] = []
    const other = createRuleFolder({ 'rules/x.yml': ruleText(7) })
    const onProgress = ({ step }: { step: string }) => steps.push(step)
    const reports = await Promise.all([
      run({ onProgress }),
      run({ onProgress, sourceName: 'Other' }, other),
    ])
    other.drop()
    expect(reports.map(({ version }) => version).sort()).toEqual([1, 2])
    expect(steps).toContain('waiting')
  })

  it('compiles many files in worker threads, in order', async () => {
    for (let n = 10; n < 75; n++) folder.write(`rules/${n}.yml`, ruleText(n))
    const done: number[] = []
    const report = await run({
      onProgress: (progress) => {
        if (progress.step === 'compiling') done.push(progress.done)
      },
    })
    expect(report).toMatchObject({ created: 67, rejected: 0 })
    expect(done).toEqual([20, 40, 60, 67])
    expect(await db.query.count()).toBe(67 * 3)
  }, 60_000)
})
