import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProcess } from './running-process'
import { errorCode } from './system-error'
import { UserFacingError } from './user-facing-error'

const WAIT_MS = 180_000
/** Longer than any live process holds a lock file without its owner's name in it. */
const UNSIGNED_MS = 5_000

/**
 * Runs the action while no other process runs one under the same lock file. A holder that was
 * killed does not keep others out: the file names its process, and a dead one's lock is broken.
 *
 * @throws UserFacingError where another process holds it for three minutes; what `open` throws
 *   where the file cannot be made.
 */
export async function withFileLock<T>(path: string, action: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MS
  while (!tryTake(path)) {
    if (isStale(path)) breakStale(path)
    else if (Date.now() > deadline) throw heldTooLong(path)
    else await sleep(30)
  }
  try {
    return await action()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTake(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o644)
    writeSync(file, `${process.pid} ${findProcess(process.pid)?.startedAt ?? ''}\n`)
    closeSync(file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function isStale(path: string): boolean {
  const holder = readHolder(path)
  if (holder === null) return false
  if (!holder.signed) return Date.now() - holder.takenAt > UNSIGNED_MS
  const found = findProcess(holder.pid)
  return found === null || found.startedAt !== holder.startedAt
}

/**
 * Looks again and removes, while a second file keeps others from doing the same: without it, one
 * that looked earlier could remove the lock that a quicker one has taken since. All of it happens
 * in one go, so a second file older than a few seconds belongs to a process that was killed here.
 */
function breakStale(path: string): void {
  const breaking = `${path}.breaking`
  const status = statSync(breaking, { throwIfNoEntry: false })
  if (status && Date.now() - status.mtimeMs > UNSIGNED_MS) rmSync(breaking, { force: true })
  if (!tryTake(breaking)) return
  try {
    if (isStale(path)) rmSync(path, { force: true })
  } finally {
    rmSync(breaking, { force: true })
  }
}

interface Holder {
  readonly signed: boolean
  readonly pid: number
  readonly startedAt: string
  readonly takenAt: number
}

function readHolder(path: string): Holder | null {
  try {
    const [pid, ...startedAt] = readFileSync(path, 'utf8').trimEnd().split(' ')
    return {
      signed: Boolean(pid),
      pid: Number(pid),
      startedAt: startedAt.join(' '),
      takenAt: statSync(path).mtimeMs,
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function heldTooLong(path: string): UserFacingError {
  const pid = readHolder(path)?.pid
  return new UserFacingError(
    `Process ${pid} has been starting or stopping the database for over three minutes: end it, then try again (its lock is "${path}").`,
  )
}
