import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findDataFolder } from '@/lib/database/data-folder'
import { findEmbeddedPostgres, stopEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import { findFreePort } from '@/lib/database/free-port'
import { findProcess } from '@/lib/database/running-process'
import { createTestDatabase } from '@/test/create-test-database'
import { runAtlas } from '@/test/run-atlas'

// Whole processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000 })

let top: string
let environment: { ATLAS_DATA_DIR: string; PORT: string; ATLAS_DIST_DIR: string }
beforeEach(async () => {
  top = mkdtempSync('/tmp/rule-atlas-main-')
  chmodSync(top, 0o755)
  environment = {
    ATLAS_DATA_DIR: join(top, 'data'),
    PORT: String(await findFreePort(null)),
    ATLAS_DIST_DIR: `node_modules/.cache/rule-atlas-main-${process.pid}`,
  }
})
afterEach(async () => {
  await stopEmbeddedPostgres(findFolder(), true)
  rmSync(top, { recursive: true, force: true })
  rmSync(environment.ATLAS_DIST_DIR, { recursive: true, force: true })
})

const findFolder = () =>
  findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: environment.ATLAS_DATA_DIR })

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const atlas = runAtlas(args, { ...environment, ...more })
  return { code: await atlas.ended, output: atlas.output() }
}

describe('rule-atlas', () => {
  it('lists its commands', async () => {
    const { code, output } = await run([])
    expect(code).toBe(0)
    expect(output).toMatch(/^ {2}serve[\s\S]*^ {2}import[\s\S]*^ {2}sources[\s\S]*^ {2}compile/m)
  })

  it.each([
    [['toString'], 'There is no command "toString".'],
    [['db', 'dance'], 'Expected start, stop or status, found "dance".'],
    [['db', 'start', '--force'], 'Unexpected argument "--force".'],
    [['serve', '3000'], 'Unexpected argument "3000".'],
  ])('exits 2 on %j', async (args, message) => {
    const { code, output } = await run(args)
    expect(code).toBe(2)
    expect(output).toContain(message)
  })
})

describe('rule-atlas db', () => {
  it('starts a database that stays, once for two that start it together, and stops it', async () => {
    const [first, second] = await Promise.all([run(['db', 'start']), run(['db', 'start'])])
    expect([first.code, second.code]).toEqual([0, 0])
    const running = findEmbeddedPostgres(findFolder())
    expect(first.output).toContain(`127.0.0.1:${running?.port} as process ${running?.pid}`)
    expect(second.output).toContain(`127.0.0.1:${running?.port} as process ${running?.pid}`)
    expect(readdirSync(environment.ATLAS_DATA_DIR)).toEqual(['cluster'])
    expect((await run(['db', 'status'])).code).toBe(0)
    expect((await run(['db', 'stop'])).output).toBe('The database is stopped.\n')
    expect((await run(['db', 'status'])).code).toBe(3)
    expect(findProcess(running?.pid ?? 0)).toBeNull()
  })
})

describe('rule-atlas import', () => {
  it('stops its database on a Ctrl-C that npm passes on once more', async () => {
    const atlas = runAtlas(['import', 'content/rules'], environment)
    await expect.poll(() => findEmbeddedPostgres(findFolder()), { timeout: 60_000 }).not.toBeNull()
    const postgres = findEmbeddedPostgres(findFolder())?.pid ?? 0
    atlas.child.kill('SIGINT')
    await sleep(5)
    atlas.child.kill('SIGINT')
    expect(await atlas.ended).toBe(130)
    expect(atlas.output()).toMatch(/Stopped: the catalogue is as it was\.\n$/)
    expect(findProcess(postgres)).toBeNull()
  })
})

describe('rule-atlas serve', () => {
  it('says in one line that the port is busy, and starts nothing', async () => {
    const other = createServer().listen(Number(environment.PORT), '127.0.0.1')
    const { code, output } = await run(['serve'])
    other.close()
    expect(code).toBe(1)
    expect(output).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use by another program: .*\n$/)
    expect(readdirSync(top)).toEqual([])
  })

  it('says in one line that DATABASE_URL leads nowhere, and keeps the password to itself', async () => {
    const closed = await findFreePort(null)
    const { code, output } = await run(['serve'], {
      DATABASE_URL: `postgresql://atlas:hunter2@127.0.0.1:${closed}/atlas`,
    })
    expect(code).toBe(1)
    expect(output).toMatch(/^The database of DATABASE_URL \(127\.0\.0\.1:\d+\/atlas\) .*\n$/)
    expect(output).not.toContain('hunter2')
  })

  it('says in one line that the user of DATABASE_URL may not create tables', async () => {
    const database = await createTestDatabase('empty')
    const setting = new URL(database.url)
    // A role that every Postgres has, and that may create nothing.
    setting.searchParams.set('options', '-c role=pg_monitor')
    const { code, output } = await run(['serve'], { DATABASE_URL: setting.href })
    await database.drop()
    expect(code).toBe(1)
    expect(output).toMatch(/^The user of DATABASE_URL may not .* \(permission denied .*\n$/)
  })

  it('stops what it started when it is asked to in the middle of the build', async () => {
    const atlas = runAtlas(['serve'], environment)
    await expect.poll(atlas.output, { timeout: 60_000 }).toContain('Building the app')
    const postgres = findEmbeddedPostgres(findFolder())?.pid ?? 0
    expect(findProcess(postgres)).not.toBeNull()
    atlas.child.kill('SIGTERM')
    expect(await atlas.ended).toBe(0)
    expect(atlas.output()).toMatch(/Stopping\n$/)
    expect(findProcess(postgres)).toBeNull()
  })

  it('uses the database of DATABASE_URL and leaves it running', async () => {
    const database = await createTestDatabase('empty')
    const atlas = runAtlas(['serve'], { ...environment, DATABASE_URL: database.url })
    await expect.poll(atlas.output, { timeout: 60_000 }).toContain('Building the app')
    atlas.child.kill('SIGINT')
    expect(await atlas.ended).toBe(0)
    expect(atlas.output()).toMatch(
      /^Applied \d+ migrations?\nThe database of DATABASE_URL is ready\n/,
    )
    expect(readdirSync(top)).toEqual([])
    await database.drop()
  })
})
