import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { createRuleFolder, type RuleFolder, ruleText } from '@/lib/ingest/fixtures/rule-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'

const PROGRAM = fileURLToPath(new URL('../../bin/rule-atlas.mjs', import.meta.url))
/** Enough for worker threads and several batches. */
const RULES = 60
/** The whole of it, twenty over a folder such as SigmaHQ's, is `npm run bench:kill`. */
const KILLS = 2

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

describe('atlas import', () => {
  let database: TestDatabase
  let db: Database
  let folder: RuleFolder

  beforeAll(async () => {
    database = await createTestDatabase()
    db = createClient(database.url)
    folder = createRuleFolder({})
  })
  afterAll(async () => {
    folder.drop()
    await db.$disconnect()
    await database.drop()
  })

  function atlas(args: readonly string[], killAfter?: number): Promise<Ended> {
    const started = performance.now()
    const env = { ...process.env, DATABASE_URL: database.url }
    const child = spawn(process.execPath, [PROGRAM, ...args], { env })
    const out = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text) => {
        out[name] += text
      })
    const timer =
      killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
    return new Promise((resolve) => {
      child.on('close', (code) => {
        if (timer !== null) clearTimeout(timer)
        resolve({ code, ...out, milliseconds: performance.now() - started })
      })
    })
  }

  /** How many rules of each wave of titles readers see. */
  async function shown(): Promise<Record<string, number>> {
    const rows = await db.$queryRaw<{ wave: string; rules: bigint }[]>`
      SELECT split_part(title, ' ', 1) AS wave, count(*) AS rules FROM rule, catalogue
      WHERE valid_from <= published_version AND published_version < valid_to GROUP BY 1`
    return Object.fromEntries(rows.map(({ wave, rules }) => [wave, Number(rules)]))
  }

  /** What readers see while a process runs, and just after. */
  async function watch(process: Promise<Ended>) {
    const seen: Record<string, number>[] = []
    let ended: Ended | undefined
    process.then((result) => {
      ended = result
    })
    while (ended === undefined) {
      seen.push(await shown())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return { ended, seen: [...seen, await shown()] }
  }

  const write = (wave: string) => {
    for (let n = 0; n < RULES; n++)
      folder.write(`rules/${n}.yml`, ruleText(n, { title: `${wave} ${n}` }))
  }

  it('prints what it did, as text and as JSON', async () => {
    write('zero')
    const first = await atlas(['import', folder.path, '--source', 'Cli'])
    expect(first).toMatchObject({
      code: 0,
      stdout: `Cli: ${RULES} created, 0 updated, 0 unchanged, 0 removed, 0 rejected, ${RULES} enriched\n`,
    })
    folder.write('rules/x.yml', 'title: "\u001b[31mred')
    const second = await atlas(['import', folder.path, '--source', 'Cli', '--json'])
    expect(second.code).toBe(1)
    expect(JSON.parse(second.stdout)).toMatchObject({
      ...{ source: 'Cli', published: true, unchanged: RULES, rejected: 1, dryRun: false },
      rejections: [{ path: 'rules/x.yml', code: 'SIGMA_YAML_SYNTAX' }],
    })
    const third = await atlas(['import', folder.path, '--source', 'Cli'])
    expect(third.stdout).toMatch(/^rejected rules\/x\.yml:\d+:\d+ {2}\S.*\.$/m)
    expect(third.stdout).not.toContain('\u001b')
    folder.remove('rules/x.yml')
  }, 60_000)

  it('stops where a source was emptied, and leaves its rules', async () => {
    const empty = createRuleFolder({ 'README.md': 'The rules have moved.' })
    const before = await shown()
    const ended = await atlas(['import', empty.path, '--source', 'Cli', '--allow-removals'])
    empty.drop()
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^There are no rule files in ".*": expected .*\n$/)
    expect(await shown()).toEqual(before)
  }, 60_000)

  it('says in one line what is wrong with its arguments', async () => {
    const ended = await atlas(['import', `${folder.path}/gone`])
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^There is no file or folder ".*gone"\.\n$/)
  }, 60_000)

  it('says in one line that the database went away under it', async () => {
    write('zero')
    const other = new Client({ connectionString: database.url })
    await other.connect()
    // What lock-imports.ts takes: the import waits for it, which is a known place to be at.
    await other.query("SELECT pg_advisory_lock(x'52554c45'::int, 0)")
    const running = atlas(['import', folder.path, '--source', 'Cli'])
    const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%pg_try_advisory_xact_lock%'
        AND pid <> pg_backend_pid()`
    await expect
      .poll(async () => (await other.query(waiting)).rowCount, { timeout: 30_000 })
      .toBeGreaterThan(0)
    const ended = await running
    await other.end()
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(/(^|\n)The connection to the database was lost: [^\n]*\n$/)
  }, 60_000)

  it('never shows half an import, whenever it is killed, and completes it the next time', async () => {
    write('first')
    const { milliseconds } = await atlas(['import', folder.path, '--source', 'Cli'])
    let before = 'first'
    for (let kill = 0; kill < KILLS; kill++) {
      const wave = `wave${kill}`
      write(wave)
      const moment = Math.round(milliseconds * (0.3 + 0.7 * Math.random()))
      const whole = [{ [before]: RULES }, { [wave]: RULES }]
      const killed = await watch(atlas(['import', folder.path, '--source', 'Cli'], moment))
      for (const seen of killed.seen)
        expect(whole, `killed after ${moment} ms`).toContainEqual(seen)
      const next = await watch(atlas(['import', folder.path, '--source', 'Cli']))
      for (const seen of next.seen) expect(whole).toContainEqual(seen)
      expect(next.ended.code).toBe(0)
      expect(await shown()).toEqual({ [wave]: RULES })
      before = wave
    }
  }, 120_000)
})
