import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries'
import { clusterFiles, createCluster, ROLE } from './create-cluster'
import { clusterFolder, type DataFolder, unusable } from './data-folder'
import { withFileLock } from './file-lock'
import { type Address, addressUrl, type Lease, takeLease } from './lease'
import { openOwned } from './open-owned'
import { findPostmaster, type Postmaster } from './postmaster'
import { spawnAs } from './service-user'
import { startPostmaster } from './start-postmaster'
import { isSystemError } from './system-error'
import { UserFacingError } from './user-facing-error'

/** The database of the embedded server that holds the catalogue. */
const DATABASE = 'rule_atlas'
const READY_MS = 120_000

export interface EmbeddedOptions {
  /** Settings of postgresql.conf, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** false: a database that need not survive the machine's crash. */
  readonly durable?: boolean
  /** Called before what takes a second or more. */
  readonly say?: (step: string) => void
}

/** A running server that this process uses. */
export interface EmbeddedPostgres {
  readonly url: string
  /** Resolves when the server ends though this process still uses it. */
  readonly lost: Promise<'stopped' | 'crashed'>
  /** Ends the use; the last user stops the server, unless `keepRunning` was called for it. */
  release(): Promise<'stopped' | 'still running'>
}

/**
 * Uses the embedded server: makes its cluster if there is none, starts it if it is stopped. Several
 * processes may do so at once and share one server.
 *
 * @throws UserFacingError where the folder, the programs or the disk do not allow it.
 */
export async function joinEmbeddedPostgres(
  folder: DataFolder,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  return locked(folder, async () => {
    const files = clusterFiles(clusterFolder(folder))
    if (!existsSync(files.pgdata)) {
      options.say?.(`Creating the database in ${folder.path}`)
      await createCluster(folder, findBinaries(folder), options.durable ?? true)
    }
    const running = findPostmaster(files.pgdata)
    if (running === null) options.say?.('Starting the database')
    const { lease, address } = await connectOrStart(folder, options, running)
    await createDatabase(lease)
    return {
      url: addressUrl(address, DATABASE),
      lost: lease.lost,
      release: () => release(folder, lease),
    }
  })
}

/** What runs on the folder now, without starting anything. */
export function findEmbeddedPostgres(folder: DataFolder): Postmaster | null {
  return findPostmaster(clusterFiles(clusterFolder(folder)).pgdata)
}

/** Lets the server that runs now outlive the processes that use it, until it is stopped. */
export async function keepRunning(folder: DataFolder): Promise<void> {
  const files = clusterFiles(clusterFolder(folder))
  const run = findPostmaster(files.pgdata)?.run
  if (run === undefined) return
  try {
    const marker = openOwned(files.keepRunning, folder.user, 0)
    writeSync(marker, run)
    closeSync(marker)
  } catch (error) {
    throw isSystemError(error) ? unusable(folder.path, error) : error
  }
}

/**
 * Stops the server whoever started it.
 *
 * @returns false where none ran.
 * @throws UserFacingError where other processes use it, unless forced.
 */
export async function stopEmbeddedPostgres(folder: DataFolder, force: boolean): Promise<boolean> {
  return locked(folder, async () => {
    const running = findPostmaster(clusterFiles(clusterFolder(folder)).pgdata)
    if (running === null) return false
    const others = force ? [] : await nameUsers(readAddress(folder, running))
    if (others.length > 0) {
      throw new UserFacingError(
        `The database is in use by ${others.join(', ')}: stop that first, or use --force.`,
      )
    }
    await stop(folder)
    return true
  })
}

/** Nobody where the server takes no connection: it is starting, or ending. */
async function nameUsers(address: Address): Promise<readonly string[]> {
  const lease = await takeLease(address)
  if (typeof lease === 'string') {
    // Too many users to be asked who they are.
    return /too many clients/.test(lease) ? [`processes that leave no connection (${lease})`] : []
  }
  const others = await lease.nameOthers()
  await lease.end()
  return others
}

async function connectOrStart(
  folder: DataFolder,
  options: EmbeddedOptions,
  running: Postmaster | null,
): Promise<{ lease: Lease; address: Address }> {
  const { pgdata } = clusterFiles(clusterFolder(folder))
  const start = () => startPostmaster(folder, findBinaries(folder), options.settings ?? {})
  let postmaster = running ?? (await start())
  const deadline = Date.now() + READY_MS
  let refusal = ''
  while (Date.now() < deadline) {
    const address = readAddress(folder, postmaster)
    const lease = await takeLease(address)
    if (typeof lease !== 'string') return { lease, address }
    refusal = lease
    await sleep(20)
    postmaster = findPostmaster(pgdata) ?? (await start())
  }
  throw new UserFacingError(
    `The database in "${folder.path}" runs as process ${postmaster.pid} but took no connection for two minutes (${refusal}): end that process, then try again.`,
  )
}

async function createDatabase({ client }: Lease): Promise<void> {
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
}

async function release(folder: DataFolder, lease: Lease): Promise<'stopped' | 'still running'> {
  try {
    return await locked(folder, () => endUse(folder, lease))
  } finally {
    // An open connection would keep this process from ending.
    await lease.end()
  }
}

async function endUse(folder: DataFolder, lease: Lease): Promise<'stopped' | 'still running'> {
  const files = clusterFiles(clusterFolder(folder))
  const postmaster = findPostmaster(files.pgdata)
  if (postmaster === null) return 'stopped'
  const others = await lease.countOthers().catch(() => countUsers(readAddress(folder, postmaster)))
  await lease.end()
  if (others > 0 || isKept(files.keepRunning, postmaster.run)) return 'still running'
  await stop(folder)
  return 'stopped'
}

/**
 * Who uses the server, asked anew: the own lease went with a server that crashed, and the one that
 * runs now was started by somebody else since. One that takes no connection yet is somebody's too.
 */
async function countUsers(address: Address): Promise<number> {
  const asked = await takeLease(address)
  if (typeof asked === 'string') return 1
  try {
    return await asked.countOthers()
  } finally {
    await asked.end()
  }
}

function isKept(marker: string, run: string): boolean {
  return existsSync(marker) && readFileSync(marker, 'utf8') === run
}

/** Fast shutdown: sessions are ended, what was committed is on disk. */
async function stop(folder: DataFolder): Promise<void> {
  const files = clusterFiles(clusterFolder(folder))
  const { pgCtl, environment } = findBinaries(folder)
  const flags = ['stop', '--pgdata', files.pgdata, '--mode', 'fast', '--timeout', '60', '--silent']
  spawnSync(pgCtl, flags, { ...spawnAs(folder.user), cwd: folder.path, env: environment })
  const left = findPostmaster(files.pgdata)
  if (left !== null) {
    throw new UserFacingError(
      `The database (process ${left.pid}) did not stop within a minute: end that process.`,
    )
  }
  rmSync(files.keepRunning, { force: true })
}

function readAddress(folder: DataFolder, { port }: Postmaster): Address {
  const { password } = clusterFiles(clusterFolder(folder))
  return { port, user: ROLE, password: readFileSync(password, 'utf8') }
}

/** Under the folder's lock, with what the file system refuses said in one line. */
async function locked<T>(folder: DataFolder, action: () => Promise<T>): Promise<T> {
  try {
    return await withFileLock(join(folder.path, 'lock'), action)
  } catch (error) {
    throw isSystemError(error) ? unusable(folder.path, error) : error
  }
}
