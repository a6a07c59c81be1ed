import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { projectRoot } from './project-root'
import { canEnter, findServiceUser, type ServiceUser } from './service-user'
import { errorCode, errorText, isSystemError } from './system-error'
import { UserFacingError } from './user-facing-error'

/** Where the embedded database lives, and whom it runs as (null: as this process). */
export interface DataFolder {
  readonly path: string
  readonly user: ServiceUser | null
}

/** Where data goes that no setting says where to put. */
export interface Places {
  readonly project: string
  /** Where root keeps what the service user cannot reach in the project. */
  readonly shared: string
}

export const PLACES: Places = { project: projectRoot, shared: '/var/lib/rule-atlas' }

/** The cluster itself: PGDATA, its password, its log. */
export function clusterFolder(folder: DataFolder): string {
  return join(folder.path, 'cluster')
}

/**
 * Finds the data folder: `ATLAS_DATA_DIR`, else `.data` in the project, else, for root where the
 * service user cannot reach the project, a folder of this project's own under /var/lib. Every
 * command gets the same answer. Creates the folder.
 *
 * @throws UserFacingError where it cannot be made or reached.
 */
export function findDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  places: Places = PLACES,
): DataFolder {
  const setting = environment.ATLAS_DATA_DIR || null
  const wanted = resolve(places.project, setting ?? '.data')
  try {
    return findFolder(wanted, setting !== null, places)
  } catch (error) {
    throw isSystemError(error) ? unusable(wanted, error) : error
  }
}

function findFolder(wanted: string, isSetting: boolean, places: Places): DataFolder {
  const user = findServiceUser(join(wanted, 'cluster'))
  if (user === null || reaches(user, wanted)) return prepare(wanted, user)
  if (isSetting || existsSync(join(wanted, 'cluster'))) {
    throw new UserFacingError(
      `Postgres runs as ${user.name}, because it refuses to run as root, and that user cannot reach the data folder "${wanted}": set ATLAS_DATA_DIR to a folder that it can reach, or open the way with chmod o+x.`,
    )
  }
  const hash = createHash('sha256').update(places.project).digest('hex').slice(0, 16)
  return prepare(join(places.shared, hash), user)
}

function reaches(user: ServiceUser, folder: string): boolean {
  const nearest = nearestExisting(folder)
  if (canEnter(user, nearest)) return true
  // An empty folder of mode 0700, as `mktemp -d` makes it, is given to the user.
  if (nearest !== folder || readdirSync(folder).length > 0 || !canEnter(user, dirname(folder))) {
    return false
  }
  chownSync(folder, user.uid, user.gid)
  return canEnter(user, folder)
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder))
}

function prepare(folder: string, user: ServiceUser | null): DataFolder {
  makeFolder(folder, user !== null)
  return { path: realpathSync(folder), user }
}

/**
 * Makes the folder and those above it. Not by Node's `recursive`, which never ends where a parent
 * exists and refuses (/proc).
 *
 * @param open to the service user, who passes through here, whatever the umask; the cluster inside
 *   is 0700.
 */
export function makeFolder(folder: string, open: boolean): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), open)
  try {
    mkdirSync(folder)
    if (open) chmodSync(folder, 0o755)
  } catch (error) {
    // EEXIST: another process was quicker.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** One line for a data folder that cannot be written, by the kind of the failure. */
export function unusable(folder: string, error: unknown): UserFacingError {
  const reason: Record<string, string> = {
    ENOENT: 'no folder can be made there',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'its disk is read-only',
    ENOSPC: 'its disk is full',
    EDQUOT: 'the quota of this user is used up',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'it is a file',
    ELOOP: 'a link stands where a file belongs',
  }
  const code = errorCode(error)
  return new UserFacingError(
    `The data folder "${folder}" cannot be used: ${reason[code] ?? errorText(error)}. Mend that, or set ATLAS_DATA_DIR to another folder.`,
    { cause: error },
  )
}
