import { join } from 'node:path'
import { Client } from 'pg'
import { findDataFolder } from '@/lib/database/data-folder'
import { joinEmbeddedPostgres, keepRunning } from '@/lib/database/embedded-postgres'
import { withFileLock } from '@/lib/database/file-lock'
import { migrate } from '@/lib/database/migrate'
import type { TestRun } from './run-context'

/** Settings that no data worth keeping should have. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The URL of a server for tests: `TEST_DATABASE_URL`, else the run's own, started when needed. */
export async function findTestServer(run: TestRun): Promise<string> {
  const setting = process.env.TEST_DATABASE_URL
  if (setting) return setting
  const folder = findDataFolder({ ...process.env, ATLAS_DATA_DIR: run.dataFolder })
  const server = await joinEmbeddedPostgres(folder, { settings: FAST, durable: false })
  // It outlives this test file; the end of the run stops it.
  await keepRunning(folder)
  await server.release()
  return server.url
}

/** The migrated database that the others are copies of, made by the first test that asks. */
export async function ensureTemplate(serverUrl: string, run: TestRun): Promise<string> {
  const template = `${run.id}_template`
  await withFileLock(join(run.dataFolder, 'template-lock'), async () => {
    await onServer(serverUrl, async (server) => {
      const found = await server.query('SELECT FROM pg_database WHERE datname = $1', [template])
      if (found.rowCount === 1) return
      const unfinished = `${run.id}_unfinished`
      await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
      await server.query(`CREATE DATABASE ${unfinished}`)
      await migrate(databaseUrl(serverUrl, unfinished))
      await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
    })
  })
  return template
}

/** Removes what a run made on a server that is not its own. */
export async function dropTestDatabases(serverUrl: string, run: TestRun): Promise<void> {
  await onServer(serverUrl, async (server) => {
    const { rows } = await server.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`${run.id}_`],
    )
    for (const { datname } of rows) await server.query(`DROP DATABASE "${datname}" WITH (FORCE)`)
  })
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs the action on a connection of its own. */
export async function onServer<T>(
  serverUrl: string,
  action: (server: Client) => Promise<T>,
): Promise<T> {
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  try {
    return await action(server)
  } finally {
    await server.end()
  }
}
