import { openDatabase } from '@/lib/database/connect'
import { findDataFolder } from '@/lib/database/data-folder'
import {
  findEmbeddedPostgres,
  keepRunning,
  stopEmbeddedPostgres,
} from '@/lib/database/embedded-postgres'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { UsageError } from './usage-error'

/**
 * `atlas db start | stop | status`: the embedded database by hand. Other commands start it by
 * themselves and stop it after the last of them; `start` lets it run until `stop`.
 *
 * @returns 0; for `status` 0 where it runs and 3 where it does not, as init scripts have it.
 */
export async function dbCommand(args: readonly string[]): Promise<number> {
  const [action, ...flags] = args
  const force = flags.includes('--force')
  const unknown = flags.find((flag) => flag !== '--force' || action !== 'stop')
  if (unknown !== undefined) throw new UsageError(`Unexpected argument "${unknown}".`)
  if (action !== 'start' && action !== 'stop' && action !== 'status') {
    throw new UsageError(`Expected start, stop or status, found "${action ?? ''}".`)
  }
  if (process.env.DATABASE_URL) {
    throw new UserFacingError(
      'DATABASE_URL is set, so the embedded database is not used: start and stop your own, or unset DATABASE_URL.',
    )
  }
  if (action === 'start') return start()
  if (action === 'stop') return stop(force)
  return status()
}

async function start(): Promise<number> {
  const database = await openDatabase({ say: console.log })
  await keepRunning(findDataFolder())
  await database.stop()
  return status()
}

async function stop(force: boolean): Promise<number> {
  const stopped = await stopEmbeddedPostgres(findDataFolder(), force)
  console.log(stopped ? 'The database is stopped.' : 'The database was not running.')
  return 0
}

async function status(): Promise<number> {
  const folder = findDataFolder()
  const running = findEmbeddedPostgres(folder)
  console.log(
    running
      ? `The database runs on 127.0.0.1:${running.port} as process ${running.pid}, with its data in ${folder.path}.`
      : `The database is not running; its data is in ${folder.path}.`,
  )
  return running ? 0 : 3
}
