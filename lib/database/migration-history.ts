import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { checksum, type Migration } from './migration-files'
import { UserFacingError } from './user-facing-error'

/**
 * The table in which Prisma keeps what it applied, written as `prisma migrate deploy` writes it, so
 * that either can go on from the other. The definition is Prisma's own, to the letter.
 */
const TABLE = `CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

export interface HistoryRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/**
 * Reads what was applied or failed, and not rolled back since. Makes the table in an empty database.
 *
 * @throws UserFacingError where the database holds something else (Prisma's P3005).
 */
export async function readHistory(client: Client): Promise<readonly HistoryRow[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass(format('%I._prisma_migrations', current_schema())) IS NOT NULL AS exists`,
  )
  if (found[0]?.exists !== true) {
    await refuseForeignTables(client)
    await client.query(TABLE)
  }
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

async function refuseForeignTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
       AND relkind IN ('r', 'p', 'v', 'm', 'f')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
     ORDER BY relname LIMIT 1`,
  )
  if (rows[0] === undefined) return
  throw new UserFacingError(
    `The database already holds tables that are not of Rule Atlas ("${rows[0].relname}"): give it an empty database of its own in DATABASE_URL.`,
  )
}

/** Records that a migration starts; returns the row's id. */
export async function recordStart(client: Client, migration: Migration): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
     VALUES ($1, $2, $3, clock_timestamp())`,
    [id, checksum(migration.sql), migration.name],
  )
  return id
}

/** Records that it is done. Prisma counts a migration's script as one step. */
export async function recordSuccess(client: Client, id: string): Promise<void> {
  await client.query(
    `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1
     WHERE id = $1`,
    [id],
  )
}

/**
 * Records a failure. Where the transaction took everything back, the row says so, as
 * `prisma migrate resolve --rolled-back` would, and the next start tries again. A script that
 * commits for itself leaves its row, which then stands as failed until somebody looks.
 */
export async function recordFailure(
  client: Client,
  id: string,
  migration: Migration,
  logs: string,
): Promise<void> {
  const kept = await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [
    id,
    logs,
  ])
  if (kept.rowCount === 1) return
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, rolled_back_at)
     VALUES ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())`,
    [id, checksum(migration.sql), migration.name, logs],
  )
}
