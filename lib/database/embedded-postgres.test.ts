import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clusterFiles } from './create-cluster'
import { clusterFolder, type DataFolder, findDataFolder } from './data-folder'
import {
  findEmbeddedPostgres,
  joinEmbeddedPostgres,
  keepRunning,
  stopEmbeddedPostgres,
} from './embedded-postgres'
import { joinAndRevive } from './revive'
import { findProcess } from './running-process'

const QUICK = { durable: false, settings: { fsync: 'off' } }

let top: string
let folder: DataFolder
beforeEach(() => {
  top = mkdtempSync('/tmp/rule-atlas-embedded-')
  chmodSync(top, 0o755)
  folder = dataFolder('data')
})
afterEach(async () => {
  for (const name of readdirSync(top)) await stopEmbeddedPostgres(dataFolder(name), true)
  rmSync(top, { recursive: true, force: true })
})

function dataFolder(name: string): DataFolder {
  return findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: join(top, name) })
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function killServer(): number {
  const pid = findEmbeddedPostgres(folder)?.pid ?? 0
  expect(pid).toBeGreaterThan(0)
  process.kill(pid, 'SIGKILL')
  return pid
}

describe('joinEmbeddedPostgres', () => {
  it('starts Postgres 18 for this machine alone, behind a password that only its owner reads', async () => {
    const server = await joinEmbeddedPostgres(folder, QUICK)
    const { hostname, port, password } = new URL(server.url)
    expect(hostname).toBe('127.0.0.1')
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ])
    expect(await query(server.url, 'SHOW unix_socket_directories')).toEqual([
      { unix_socket_directories: '' },
    ])
    expect(await query(server.url, 'SHOW server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(/^18/) },
    ])
    const files = clusterFiles(clusterFolder(folder))
    expect(statSync(files.password).mode & 0o777).toBe(0o600)
    expect(statSync(clusterFolder(folder)).mode & 0o077).toBe(0)
    expect(readFileSync(files.password, 'utf8')).toBe(password)
    expect(readFileSync(join(files.pgdata, 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#].*trust/m)
    const wrong = server.url.replace(password, 'wrong')
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    await expect(reaches(Number(port), '::1')).resolves.toBe(false)
    expect(await server.release()).toBe('stopped')
    expect(findEmbeddedPostgres(folder)).toBeNull()
  })

  it('finds the data again after SIGKILL, also where the number lives on in another process', async () => {
    const first = await joinEmbeddedPostgres(folder, QUICK)
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    killServer()
    expect(await first.lost).toBe('crashed')
    const pidFile = join(clusterFiles(clusterFolder(folder)).pgdata, 'postmaster.pid')
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    // A live process of Postgres' own user, which Postgres would take for a server.
    const second = await joinEmbeddedPostgres(dataFolder('other'), QUICK)
    const alive = findEmbeddedPostgres(dataFolder('other'))?.pid
    writeFileSync(pidFile, [alive, ...lines.slice(1)].join('\n'))
    const third = await joinEmbeddedPostgres(folder, QUICK)
    expect(await query(third.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    await Promise.all([second.release(), third.release(), first.release()])
  })

  it('is stopped by the last one who uses it', async () => {
    const [first, second] = await Promise.all([
      joinEmbeddedPostgres(folder, QUICK),
      joinEmbeddedPostgres(folder, QUICK),
    ])
    expect(second.url).toBe(first.url)
    expect(await first.release()).toBe('still running')
    expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(await second.release()).toBe('stopped')
  })

  it('is not stopped by one whose own server crashed, once another has started it again', async () => {
    const first = await joinEmbeddedPostgres(folder, QUICK)
    killServer()
    expect(await first.lost).toBe('crashed')
    const second = await joinEmbeddedPostgres(folder, QUICK)
    expect(await first.release()).toBe('still running')
    expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(await second.release()).toBe('stopped')
  })

  it('outlives its users after keepRunning, until it is stopped', async () => {
    const first = await joinEmbeddedPostgres(folder, QUICK)
    await keepRunning(folder)
    expect(await first.release()).toBe('still running')
    expect(await (await joinEmbeddedPostgres(folder)).release()).toBe('still running')
    expect(await stopEmbeddedPostgres(folder, false)).toBe(true)
    expect(await stopEmbeddedPostgres(folder, false)).toBe(false)
    expect(await (await joinEmbeddedPostgres(folder, QUICK)).release()).toBe('stopped')
  })

  it('is not stopped by hand while it is in use, unless that is forced', async () => {
    const server = await joinEmbeddedPostgres(folder, QUICK)
    await expect(stopEmbeddedPostgres(folder, false)).rejects.toThrow(
      new RegExp(`in use by rule-atlas process ${process.pid}: stop that first`),
    )
    expect(await stopEmbeddedPostgres(folder, true)).toBe(true)
    expect(await server.lost).toBe('stopped')
    expect(await server.release()).toBe('stopped')
  })

  it('clears away a cluster whose making was killed', async () => {
    mkdirSync(`${clusterFolder(folder)}-unfinished-x1`)
    await (await joinEmbeddedPostgres(folder, QUICK)).release()
    expect(readdirSync(folder.path)).toEqual(['cluster'])
  })

  it('runs beside the server of another copy of the project', async () => {
    const servers = await Promise.all([
      joinEmbeddedPostgres(folder, QUICK),
      joinEmbeddedPostgres(dataFolder('copy'), QUICK),
    ])
    const [one, other] = servers.map(({ url }) => new URL(url).port)
    expect(one).not.toBe(other)
    await Promise.all(servers.map((server) => server.release()))
  })

  it('says in one line what Postgres itself complains of', async () => {
    const settings = { ...QUICK.settings, shared_buffers: 'much' }
    await expect(joinEmbeddedPostgres(folder, { ...QUICK, settings })).rejects.toThrow(
      /^The database in "[^"]+" did not start \([^\n]*"much"[^\n]*\): [^\n]*ATLAS_DATA_DIR[^\n]*$/,
    )
  })
})

describe('joinAndRevive', () => {
  it('starts the server again where it was killed, on the port that clients know', async () => {
    const said: string[] = []
    const server = await joinAndRevive(folder, { ...QUICK, say: (step) => said.push(step) })
    const killed = killServer()
    await expect.poll(() => said.at(-1), { timeout: 20_000 }).toBe('The database is ready again.')
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(findProcess(killed)).toBeNull()
    expect(await server.release()).toBe('stopped')
  })

  it('leaves the server alone where somebody stopped it', async () => {
    const said: string[] = []
    const server = await joinAndRevive(folder, { ...QUICK, say: (step) => said.push(step) })
    await stopEmbeddedPostgres(folder, true)
    await expect.poll(() => said.at(-1)).toMatch(/stopped by another command/)
    await sleep(100)
    expect(findEmbeddedPostgres(folder)).toBeNull()
    await server.release()
    expect(existsSync(join(folder.path, 'lock'))).toBe(false)
  })
})

function reaches(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
