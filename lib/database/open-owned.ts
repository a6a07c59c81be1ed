import { closeSync, constants, fchownSync, fstatSync, ftruncateSync, openSync } from 'node:fs'
import type { ServiceUser } from './service-user'
import { UserFacingError } from './user-facing-error'

/**
 * Opens a file for writing, at its end, in a folder that belongs to another user, and gives it to
 * that user. Root would otherwise write to, or give away, whatever that user put a link to.
 *
 * @param owner null: the file stays this process's own.
 * @param longest a file of more bytes is emptied first.
 * @returns its descriptor, which the caller closes.
 * @throws UserFacingError where it is not a file of that folder alone; a system error (ELOOP: a link).
 */
export function openOwned(path: string, owner: ServiceUser | null, longest: number): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants
  // Not O_TRUNC, which comes before there is a descriptor to check; O_NONBLOCK for a named pipe.
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600)
  try {
    const status = fstatSync(file)
    if (!status.isFile() || status.nlink !== 1) {
      throw new UserFacingError(`"${path}" is a link or no ordinary file: remove it.`)
    }
    if (status.size > longest) ftruncateSync(file)
    if (owner !== null) fchownSync(file, owner.uid, owner.gid)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}
