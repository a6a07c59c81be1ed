import { Client } from 'pg'
import { findDataFolder } from './data-folder'
import { joinEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { onInterrupt } from './on-interrupt'
import { checkDatabaseUrl, unreachable } from './own-database'
import { joinAndRevive } from './revive'

/** The migrated database that this process uses. */
export interface OpenDatabase {
  readonly url: string
  readonly embedded: boolean
  /** Ends the use, and stops what nobody uses any more; a database of the user's own is left alone. */
  stop(): Promise<void>
}

export interface OpenOptions {
  /** Called with each step that takes a while, and with warnings. */
  readonly say?: (step: string) => void
  /** false where the caller answers Ctrl-C and SIGTERM itself. */
  readonly stopOnSignal?: boolean
  /** true for a process that stays: where the embedded server crashes it is started again. */
  readonly revive?: boolean
}

/**
 * Opens the database of this project: `DATABASE_URL` if it is set, else the embedded one, which is
 * started where it does not run yet. Applies the migrations that it lacks.
 *
 * @throws UserFacingError with one line that says what to do.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<OpenDatabase> {
  const setting = process.env.DATABASE_URL
  const database = setting ? await openOwn(setting) : await openEmbedded(options)
  try {
    const { applied, edited } = await migrate(database.url)
    if (applied.length > 0) options.say?.(`Applied ${count(applied.length, 'migration')}`)
    for (const name of edited) {
      options.say?.(`Warning: the migration "${name}" was changed after it had been applied.`)
    }
  } catch (error) {
    await database.stop()
    throw error
  }
  return database
}

async function openOwn(setting: string): Promise<OpenDatabase> {
  checkDatabaseUrl(setting)
  const client = new Client({ connectionString: setting, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(setting, error)
  } finally {
    await client.end().catch(() => {})
  }
  return { url: setting, embedded: false, stop: async () => {} }
}

async function openEmbedded(options: OpenOptions): Promise<OpenDatabase> {
  const server = await (options.revive ? joinAndRevive : joinEmbeddedPostgres)(findDataFolder(), {
    ...(options.say ? { say: options.say } : {}),
  })
  let stopping: Promise<unknown> | undefined
  const release = () => {
    stopping ??= server.release()
    return stopping
  }
  const forget = options.stopOnSignal === false ? () => {} : onInterrupt(release)
  return {
    url: server.url,
    embedded: true,
    stop: async () => {
      await release()
      forget()
    },
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
