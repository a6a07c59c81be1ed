import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** What tells one process from another that later gets the same number. */
export interface RunningProcess {
  readonly startedAt: string
  readonly command: string
  /** Its working folder, where the system tells. */
  readonly folder: string | null
}

/**
 * Describes a process.
 *
 * @returns null where there is none of that number, or only its zombie: a container whose first
 *   process does not reap keeps those for ever, and `kill(pid, 0)` calls them alive.
 */
export function findProcess(pid: number): RunningProcess | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return readProc(pid)
  if (process.platform === 'win32') return isSignalable(pid) ? UNKNOWN : null
  return readPs(pid)
}

const UNKNOWN: RunningProcess = { startedAt: '', command: '', folder: null }

/** The number of a process's parent; null where there is none, or this system does not tell. */
export function findParent(pid: number): number | null {
  return process.platform === 'linux' ? Number(readStat(pid)?.[1] ?? 0) || null : null
}

function readProc(pid: number): RunningProcess | null {
  const fields = readStat(pid)
  if (fields === null || fields[0] === 'Z' || fields[0] === 'X') return null
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { startedAt: fields[19] ?? '', command, folder: readFolder(pid) }
  } catch {
    return null
  }
}

/** proc(5): after the name in parentheses come the state, the parent and, 20th, the start time. */
function readStat(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function readFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function readPs(pid: number): RunningProcess | null {
  const columns = ['-o', 'stat=', '-o', 'lstart=', '-o', 'command=']
  const result = spawnSync('ps', ['-ww', ...columns, '-p', String(pid)], { encoding: 'utf8' })
  const [state, ...rest] = (result.stdout ?? '').trim().split(/\s+/)
  if (!state || state.startsWith('Z')) return null
  return { startedAt: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' '), folder: null }
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
