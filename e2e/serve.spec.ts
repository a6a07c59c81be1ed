import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import { findDataFolder } from '@/lib/database/data-folder'
import {
  findEmbeddedPostgres,
  joinEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '@/lib/database/embedded-postgres'
import { findFreePort } from '@/lib/database/free-port'
import { type AtlasRun, runAtlas } from '@/test/run-atlas'

// `npm start` as a whole, with the build that the other tests look at: nothing is built twice.
test.setTimeout(180_000)

let top: string
let environment: { ATLAS_DATA_DIR: string; ATLAS_DIST_DIR: string; PORT: string }
test.beforeEach(async () => {
  top = mkdtempSync('/tmp/rule-atlas-serve-')
  chmodSync(top, 0o755)
  environment = {
    ATLAS_DATA_DIR: join(top, 'data'),
    ATLAS_DIST_DIR: process.env.ATLAS_DIST_DIR ?? '.next-e2e',
    PORT: String(await findFreePort(null)),
  }
})
test.afterEach(async () => {
  await stopEmbeddedPostgres(findFolder(), true)
  rmSync(top, { recursive: true, force: true })
})

const findFolder = () =>
  findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: environment.ATLAS_DATA_DIR })

/** Waits for its address, looks at the first page, then ends it as Ctrl-C does. */
async function visitAndStop(atlas: AtlasRun): Promise<void> {
  await expect.poll(atlas.output, { timeout: 120_000 }).toContain('Rule Atlas is at')
  const page = await fetch(`http://127.0.0.1:${environment.PORT}/`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Rule Atlas')
  const pids = listFamily(atlas.child.pid ?? 0)
  expect(pids.length).toBeGreaterThan(1)
  atlas.child.kill('SIGINT')
  expect(await atlas.ended).toBe(0)
  expect(atlas.output()).toMatch(/Stopping\n$/)
  const alive = new Set(listProcesses().map(({ pid }) => pid))
  expect(pids.filter((pid) => alive.has(pid))).toEqual([])
}

function listProcesses(): { pid: number; parent: number }[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number)
      return { pid, parent }
    })
}

/** The process and all that it started, and they. */
function listFamily(root: number): number[] {
  const all = listProcesses()
  const below = (pid: number): number[] => [
    pid,
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ]
  return below(root)
}

test('npm start shows the catalogue, and leaves no process behind', async () => {
  const atlas = runAtlas(['serve'], environment)
  await visitAndStop(atlas)
  expect(atlas.output()).toMatch(/Starter catalogue: \d+ rules created/)
  expect(findEmbeddedPostgres(findFolder())).toBeNull()
})

test('npm start uses the database of DATABASE_URL and leaves it running', async () => {
  const database = await joinEmbeddedPostgres(findFolder(), { durable: false })
  const running = findEmbeddedPostgres(findFolder())
  await visitAndStop(runAtlas(['serve'], { ...environment, DATABASE_URL: database.url }))
  expect(findEmbeddedPostgres(findFolder())).toEqual(running)
  await database.release()
})

test('a page under way is finished before npm start ends', async () => {
  const database = await joinEmbeddedPostgres(findFolder(), { durable: false })
  const atlas = runAtlas(['serve'], { ...environment, DATABASE_URL: database.url })
  await expect.poll(atlas.output, { timeout: 120_000 }).toContain('Rule Atlas is at')
  const holder = new Client({ connectionString: database.url })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE rule IN ACCESS EXCLUSIVE MODE')
  const page = fetch(`http://127.0.0.1:${environment.PORT}/`)
  await expect.poll(() => countWaiting(holder)).toBeGreaterThan(0)
  atlas.child.kill('SIGINT')
  await expect.poll(atlas.output).toContain('Stopping')
  await holder.query('ROLLBACK')
  await holder.end()
  expect((await page).status).toBe(200)
  expect(await atlas.ended).toBe(0)
  await database.release()
})

async function countWaiting(client: Client): Promise<number> {
  const { rows } = await client.query(
    'SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted',
  )
  return rows[0].count
}
