import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { errorCode } from './system-error'
import { UserFacingError } from './user-facing-error'

/** Whom Postgres runs as, where this process is root: Postgres refuses to run as root. */
export interface ServiceUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Finds whom Postgres must run as.
 *
 * @param clusterFolder where a cluster is or will be. One that an ordinary user made stays that
 *   user's, so that both that user and root can go on with it.
 * @returns null where this process may run Postgres itself.
 */
export function findServiceUser(clusterFolder: string): ServiceUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) {
    return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = readId('-u', name)
    const gid = readId('-g', name)
    if (uid && gid) return { name: `user "${name}"`, uid, gid }
  }
  throw new UserFacingError(
    'Postgres refuses to run as root, and this machine has neither a user "postgres" nor "nobody" to run it: add one, start Rule Atlas as an ordinary user, or set DATABASE_URL.',
  )
}

/** The part of the options of `spawn` that makes the child run as the user. */
export function spawnAs(user: ServiceUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid }
}

/** Whether the user can enter the folder, tried by entering it: modes alone do not tell. */
export function canEnter(user: ServiceUser, folder: string): boolean {
  const options: SpawnSyncOptions = { ...spawnAs(user), cwd: '/', stdio: 'ignore' }
  const attempt = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], options)
  if (errorCode(attempt.error) === 'EPERM') {
    throw new UserFacingError(
      `Postgres refuses to run as root, and this root may not become ${user.name}: start Rule Atlas as an ordinary user, or set DATABASE_URL.`,
    )
  }
  return attempt.status === 0
}

function readId(flag: '-u' | '-g', name: string): number | null {
  const result = spawnSync('id', [flag, name], { encoding: 'utf8' })
  const id = Number.parseInt(result.stdout ?? '', 10)
  return result.status === 0 && id > 0 ? id : null
}
