import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries'
import { clusterFiles } from './create-cluster'
import { clusterFolder, type DataFolder, unusable } from './data-folder'
import { findFreePort } from './free-port'
import { openOwned } from './open-owned'
import { findLastPort, findPostmaster, type Postmaster } from './postmaster'
import { spawnAs } from './service-user'
import { errorText, isSystemError } from './system-error'
import { UserFacingError } from './user-facing-error'

const START_MS = 60_000
const LOG_BYTES = 5_000_000

/** Failures of a start that pass: another took the port, or a killed server's children still end. */
const PASSING = /Address already in use|could not bind|pre-existing shared memory block/

/**
 * Starts Postgres on 127.0.0.1, on its last port where that is free, out of the terminal's reach.
 * The caller holds the data folder's lock and knows that none runs; it may not yet take connections.
 *
 * @throws UserFacingError with what Postgres wrote last.
 */
export async function startPostmaster(
  folder: DataFolder,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const files = clusterFiles(clusterFolder(folder))
  const deadline = Date.now() + START_MS
  let preferred = findLastPort(files.pgdata)
  for (;;) {
    // Left by SIGKILL; Postgres would believe it where its number lives on as a zombie.
    rmSync(join(files.pgdata, 'postmaster.pid'), { force: true })
    const port = await findFreePort(preferred)
    const started = await launch(folder, binaries, { ...settings, port: String(port) }, deadline)
    if (typeof started !== 'string') return started
    if (!PASSING.test(started) || Date.now() > deadline) throw didNotStart(folder, started)
    preferred = null
    await sleep(200)
  }
}

/** One attempt: the server, or what it wrote before it ended. */
async function launch(
  folder: DataFolder,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  deadline: number,
): Promise<Postmaster | string> {
  const { pgdata, log } = clusterFiles(clusterFolder(folder))
  const output = openLog(folder, log)
  const logged = fstatSync(output).size
  const { port, ...others } = settings
  const given = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...others }
  const child = spawn(
    binaries.postgres,
    [
      ...['-D', pgdata, '-p', String(port)],
      ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...spawnAs(folder.user),
      cwd: folder.path,
      env: binaries.environment,
      stdio: ['ignore', output, output],
      detached: true,
    },
  )
  closeSync(output)
  const ended = watch(child)
  while (Date.now() < deadline) {
    const failure = ended()
    if (failure !== null) return readFileSync(log, 'utf8').slice(logged) || failure
    const postmaster = findPostmaster(pgdata)
    if (postmaster !== null && postmaster.pid === child.pid && postmaster.port > 0) {
      child.unref()
      return postmaster
    }
    await sleep(20)
  }
  child.kill('SIGKILL')
  return 'it took over a minute'
}

function watch(child: ChildProcess): () => string | null {
  let failure: string | null = null
  child.once('error', (error) => {
    failure = errorText(error)
  })
  child.once('exit', (status, signal) => {
    failure = `it ended with ${signal ?? `status ${status}`}`
  })
  return () => failure
}

function openLog(folder: DataFolder, log: string): number {
  try {
    return openOwned(log, folder.user, LOG_BYTES)
  } catch (error) {
    throw isSystemError(error) ? unusable(folder.path, error) : error
  }
}

function didNotStart(folder: DataFolder, output: string): UserFacingError {
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
  const reason = errorText(lines.at(-1) ?? output).replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, '')
  const log = clusterFiles(clusterFolder(folder)).log
  return new UserFacingError(
    `The database in "${folder.path}" did not start (${reason}): "${log}" tells more; mend that, or set ATLAS_DATA_DIR to another folder.`,
  )
}
