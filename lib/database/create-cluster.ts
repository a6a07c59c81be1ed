import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries'
import { clusterFolder, type DataFolder, unusable } from './data-folder'
import { spawnAs } from './service-user'
import { errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

/** The one role of the embedded database. */
export const ROLE = 'rule_atlas'

/** What a cluster folder holds. */
export function clusterFiles(cluster: string) {
  return {
    pgdata: join(cluster, 'data'),
    password: join(cluster, 'password'),
    log: join(cluster, 'postgres.log'),
    keepRunning: join(cluster, 'keep-running'),
  } as const
}

/**
 * Makes a cluster with a random password. It is made under another name and renamed when it is
 * whole: what is interrupted is never taken for a cluster, and the next start clears it away.
 * The caller holds the data folder's lock.
 *
 * @throws UserFacingError with initdb's reason.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const target = clusterFolder(folder)
  let unfinished: string
  try {
    removeUnfinished(target)
    unfinished = makeEmptyCluster(folder, target)
  } catch (error) {
    throw unusable(folder.path, error)
  }
  await runInitdb(folder, binaries, unfinished, durable)
  try {
    renameSync(unfinished, target)
  } catch (error) {
    throw unusable(folder.path, error)
  }
}

function makeEmptyCluster(folder: DataFolder, target: string): string {
  const cluster = mkdtempSync(`${target}-unfinished-`)
  const files = clusterFiles(cluster)
  mkdirSync(files.pgdata, { mode: 0o700 })
  writeFileSync(files.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (folder.user !== null) {
    const { uid, gid } = folder.user
    for (const path of [cluster, files.pgdata, files.password]) chownSync(path, uid, gid)
  }
  return cluster
}

async function runInitdb(
  folder: DataFolder,
  binaries: Binaries,
  cluster: string,
  durable: boolean,
): Promise<void> {
  const files = clusterFiles(cluster)
  const options = {
    '--pgdata': files.pgdata,
    '--username': ROLE,
    '--pwfile': files.password,
    '--auth': 'scram-sha-256',
    '--encoding': 'UTF8',
    // The same order of texts on every machine, and case mapping for all of Unicode.
    '--locale': 'C',
    '--locale-provider': 'builtin',
    '--builtin-locale': 'C.UTF-8',
  }
  const child = spawn(
    binaries.initdb,
    [
      ...Object.entries(options).map(([name, value]) => `${name}=${value}`),
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      ...spawnAs(folder.user),
      cwd: folder.path,
      env: binaries.environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Out of the terminal's group: Ctrl-C is answered by this process alone.
      detached: true,
    },
  )
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve)
  })
  const [status, complaint] = await Promise.all([exited, text(child.stderr)])
  if (status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new UserFacingError(
      `The database could not be created in "${folder.path}" (${lastComplaint(complaint)}): make room or mend that, or set ATLAS_DATA_DIR to another folder.`,
    )
  }
}

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => /error|fatal/i.test(line))
  return errorText(lines.at(-1) ?? (output || 'initdb gave no reason'))
}

function removeUnfinished(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(`${basename(target)}-unfinished-`)) {
      rmSync(join(dirname(target), name), { recursive: true, force: true })
    }
  }
}
