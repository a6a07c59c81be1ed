import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import type { Database } from '@/lib/catalogue/database'
import { createRuleFolder, type RuleFolder, ruleText } from '@/lib/ingest/fixtures/rule-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { runAtlas } from '@/test/run-atlas'

// Whole processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const AGED = 'of an older release'

let database: TestDatabase
let db: Database
let folder: RuleFolder
beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  folder = createRuleFolder({ 'rules/a.yml': ruleText(1), 'rules/b.yml': ruleText(2) })
  expect(await start().ended).toBe(0)
})
let title = 0
beforeEach(async () => {
  folder.write('rules/a.yml', ruleText(1, { title: `Title ${title++}` }))
  await db.enrichment.updateMany({
    data: { inputsHash: AGED },
    where: { rule: { path: 'rules/b.yml' } },
  })
})
afterAll(async () => {
  folder.drop()
  await db.$disconnect()
  await database.drop()
})

const start = () =>
  runAtlas(['import', folder.path, '--source', 'Test'], { DATABASE_URL: database.url })

/** Does something where an import makes a stale enrichment again, which it does after it published. */
async function whenEnriching(statement: string): Promise<void> {
  await db.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION meet() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF OLD.inputs_hash = '${AGED}' THEN ${statement}; END IF; RETURN OLD; END $$`)
  await db.$executeRawUnsafe(`CREATE OR REPLACE TRIGGER meet BEFORE DELETE ON enrichment
    FOR EACH ROW EXECUTE FUNCTION meet()`)
}

it('says what is left to do when it is stopped after it published', async () => {
  await whenEnriching('PERFORM pg_sleep(4)')
  const before = await currentVersion(db)
  const run = start()
  await expect.poll(() => currentVersion(db), { timeout: 30_000 }).toBe(before + 1)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(130)
  expect(run.output()).toMatch(/^Test: 0 created, 1 updated/m)
  expect(run.output()).toMatch(/\nStopped\. The import is published; `atlas enrich` [^\n]*\n$/)
})

it('says so too when the database went away after it published', async () => {
  await whenEnriching(`RAISE 'terminating connection' USING ERRCODE = '57P01'`)
  const before = await currentVersion(db)
  const run = start()
  expect(await run.ended).toBe(1)
  expect(await currentVersion(db)).toBe(before + 1)
  expect(run.output()).toMatch(/^Test: 0 created, 1 updated, 1 unchanged/m)
  expect(run.output()).toMatch(
    /\nThe connection to the database was lost: [^\n]*\. The import is published; `atlas enrich` [^\n]*\n$/,
  )
})
