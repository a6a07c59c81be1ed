import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createRuleFolder, ruleText } from '@/lib/ingest/fixtures/rule-folder'
import { importSource } from '@/lib/ingest/import-source'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { runAtlas } from '@/test/run-atlas'

// Whole processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 60_000 })

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  const folder = createRuleFolder({ 'rules/a.yml': ruleText(1), 'rules/b.yml': ruleText(2) })
  await importSource({ db, importer: openFolder(folder.path), sourceName: 'Test' })
  folder.drop()
}, 60_000)
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function enrich(...args: string[]) {
  const run = runAtlas(['enrich', ...args], { DATABASE_URL: database.url })
  return { code: await run.ended, output: run.output() }
}

it('makes again what is stale, and then has nothing to do', async () => {
  await db.enrichment.updateMany({ data: { inputsHash: 'of an older release' } })
  const first = await enrich()
  expect(first).toEqual({ code: 0, output: '2 rules looked at, 2 enriched\n' })
  const second = await enrich('--json', '--source', 'Test')
  expect(JSON.parse(second.output)).toEqual({ checked: 2, enriched: 0, faults: [] })
})

it('tells of what could not be enriched, and of arguments that it does not know', async () => {
  await db.rule.updateMany({ where: { path: 'rules/a.yml' }, data: { sigma: '[', shownHash: '' } })
  const failed = await enrich()
  expect(failed.code).toBe(1)
  expect(failed.output).toMatch(/^not enriched rules\/a\.yml {2}\S.*\.$/m)
  const asked = await enrich('--everything')
  expect(asked.code).toBe(2)
  expect(asked.output).toContain('Usage: rule-atlas enrich')
})
