import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import { visibleAt } from '@/lib/catalogue/visible-at'
import { findDataFolder } from '@/lib/database/data-folder'
import {
  findEmbeddedPostgres,
  joinEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '@/lib/database/embedded-postgres'
import { createRuleFolder, type RuleFolder, ruleText } from '@/lib/ingest/fixtures/rule-folder'
import { runAtlas } from '@/test/run-atlas'

// Whole processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

/** Enough of them to be in the middle of, dear enough to compile for a while. */
const RULES = 120

let data: string
let folder: RuleFolder
beforeEach(() => {
  data = mkdtempSync('/tmp/rule-atlas-lost-')
  chmodSync(data, 0o755)
  folder = createRuleFolder({})
})
afterEach(async () => {
  await stopEmbeddedPostgres(dataFolder(), true)
  rmSync(data, { recursive: true, force: true })
  folder.drop()
})
const dataFolder = () => findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: `${data}/data` })

function write(wave: string, rules: number) {
  for (let n = 0; n < rules; n++) {
    const title = `${wave} ${n}`
    folder.write(`rules/${n}.yml`, ruleText(n, { title, category: 'process_creation' }))
  }
}

const start = () =>
  runAtlas(['import', folder.path, '--source', 'Lost'], { ATLAS_DATA_DIR: `${data}/data` })

/** The first words of the titles that readers see, each with how many there are. */
async function shown(): Promise<Record<string, number>> {
  const server = await joinEmbeddedPostgres(dataFolder())
  const db = createClient(server.url)
  const version = await currentVersion(db)
  const rules = await db.rule.findMany({ where: visibleAt(version), select: { title: true } })
  await db.$disconnect()
  await server.release()
  const counts: Record<string, number> = {}
  for (const { title } of rules) {
    const wave = title.split(' ')[0] ?? ''
    counts[wave] = (counts[wave] ?? 0) + 1
  }
  return counts
}

it('says in one line that the database was killed under it, harms no reader, and completes next time', async () => {
  write('before', 3)
  expect(await start().ended).toBe(0)
  write('after', RULES)
  const atlas = start()
  await expect.poll(() => findEmbeddedPostgres(dataFolder()), { timeout: 60_000 }).not.toBeNull()
  // The embedded server itself, not one of its connections: as when memory runs out.
  await expect.poll(isImporting, { timeout: 60_000, interval: 100 }).toBe(true)
  process.kill(findEmbeddedPostgres(dataFolder())?.pid ?? 0, 'SIGKILL')
  expect(await atlas.ended).toBe(1)
  expect(atlas.output()).toMatch(/(^|\n)[A-Z][^\n]*database[^\n]*\n$/)
  expect(atlas.output()).not.toMatch(/\n\s+at /)

  expect(await shown()).toEqual({ before: 3 })
  const again = start()
  expect(await again.ended).toBe(0)
  expect(await shown()).toEqual({ after: RULES })
})

/** Whether rows of the import under way are there already, which readers do not see yet. */
async function isImporting(): Promise<boolean> {
  const server = findEmbeddedPostgres(dataFolder())
  if (server === null) return false
  const joined = await joinEmbeddedPostgres(dataFolder())
  const db = createClient(joined.url, 1)
  try {
    return (await db.rule.count({ where: { title: { startsWith: 'after' } } })) > 0
  } finally {
    await db.$disconnect()
    await joined.release()
  }
}
