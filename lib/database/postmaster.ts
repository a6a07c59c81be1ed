import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProcess, type RunningProcess } from './running-process'
import { errorCode } from './system-error'

/** A Postgres server process at work on a data directory. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Tells one run from the next. */
  readonly run: string
}

/**
 * Finds the server that runs on a data directory, by its postmaster.pid (line 1 the process, 3 the
 * time of start, 4 the port). The file alone proves nothing: it stays after SIGKILL, and its number
 * may since belong to another process, which Postgres itself and `pg_ctl status` then believe.
 *
 * @returns null where none runs. One that runs may still be starting or stopping.
 */
export function findPostmaster(pgdata: string): Postmaster | null {
  const lines = readLines(join(pgdata, 'postmaster.pid'))
  if (lines === null) return null
  const pid = Number(lines[0])
  const found = findProcess(pid)
  if (found === null || !worksOn(found, pgdata)) return null
  return { pid, port: Number(lines[3]), run: `${pid} ${lines[2]}` }
}

/** The port of the last start, from the command line that Postgres keeps in postmaster.opts. */
export function findLastPort(pgdata: string): number | null {
  const command = readLines(join(pgdata, 'postmaster.opts'))?.[0] ?? ''
  const port = /"-p" "(\d+)"/.exec(command)?.[1]
  return port === undefined ? null : Number(port)
}

/** A postmaster has its data directory as its working folder, and ours have it as argument too. */
function worksOn(found: RunningProcess, pgdata: string): boolean {
  if (process.platform === 'win32') return true
  return found.folder === pgdata || found.command.includes(`-D ${pgdata} `)
}

function readLines(path: string): readonly string[] | null {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
