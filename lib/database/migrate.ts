import { Client } from 'pg'
import { isUnchanged, type Migration, readMigrations } from './migration-files'
import {
  type HistoryRow,
  readHistory,
  recordFailure,
  recordStart,
  recordSuccess,
} from './migration-history'
import { errorCode, errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

/** The advisory lock that Prisma's migrate commands take. */
const PRISMA_LOCK = 72_707_369

export interface MigrationResult {
  /** Names of the migrations that this call applied. */
  readonly applied: readonly string[]
  /** Names of migrations whose file changed after it was applied; Prisma too only warns. */
  readonly edited: readonly string[]
}

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` does but by `pg` alone: no
 * schema engine is needed. Each migration and its record are one transaction, so that a process
 * that is killed leaves a migration whole or not at all.
 *
 * @throws UserFacingError where the database is not ours, lacks an extension, or a migration fails.
 */
export async function migrate(
  databaseUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<MigrationResult> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'rule-atlas migrate',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await lock(client)
    const history = await readHistory(client)
    refuseFailed(history)
    const applied = new Set(history.map((row) => row.migration_name))
    const pending = migrations.filter(({ name }) => !applied.has(name))
    if (pending.length > 0) await requireTrigrams(client)
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map(({ name }) => name), edited: findEdited(history, migrations) }
  } finally {
    await client.end()
  }
}

async function lock(client: Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = '60s'`)
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query('RESET lock_timeout')
  } catch (error) {
    if (errorCode(error) !== '55P03') throw error
    throw new UserFacingError(
      'Another process has been migrating this database for over a minute: let it finish or end it, then try again.',
    )
  }
}

function refuseFailed(history: readonly HistoryRow[]): void {
  const failed = history.find((row) => row.finished_at === null)
  if (failed === undefined) return
  throw new UserFacingError(
    `The migration "${failed.migration_name}" failed earlier and may have left a part of itself: look at the column logs of _prisma_migrations, mend the database, then run "npx prisma migrate resolve --rolled-back ${failed.migration_name}".`,
  )
}

async function requireTrigrams(client: Client): Promise<void> {
  const found = await client.query(`SELECT FROM pg_available_extensions WHERE name = 'pg_trgm'`)
  if (found.rowCount === 1) return
  throw new UserFacingError(
    'This Postgres lacks the extension pg_trgm, which the search needs: install the package postgresql-contrib on its machine.',
  )
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  const id = await recordStart(client, migration)
  try {
    await client.query(migration.sql)
    await recordSuccess(client, id)
    await client.query('COMMIT')
  } catch (error) {
    // A connection that was lost has rolled back, and can record nothing.
    const isLost = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    if (isLost) throw error
    await recordFailure(client, id, migration, describeFailure(error))
    throw new UserFacingError(
      `The migration "${migration.name}" failed (${errorText(error)}): the database keeps the state before it; mend the cause, then start again.`,
      { cause: error },
    )
  }
}

function describeFailure(error: unknown): string {
  return `${errorText(error)}\nDatabase error code: ${errorCode(error) || 'none'}`
}

function findEdited(history: readonly HistoryRow[], migrations: readonly Migration[]): string[] {
  const checksums = new Map(history.map((row) => [row.migration_name, row.checksum]))
  return migrations
    .filter(({ name, sql }) => !isUnchanged(sql, checksums.get(name) ?? ''))
    .map(({ name }) => name)
    .filter((name) => checksums.has(name))
}
