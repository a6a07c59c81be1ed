import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startWebServer } from '@/lib/cli/serve/web-server'
import { findDataFolder } from '@/lib/database/data-folder'
import { stopEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import { findFreePort } from '@/lib/database/free-port'
import { projectRoot } from '@/lib/database/project-root'
import { databaseUrl, dropTestDatabases, ensureTemplate, findTestServer } from '@/test/test-server'
import { type Relay, startRelay } from './relay'

/** The app over the fixtures in a database of its own, whose connection a test may cut. */
export interface RelayedApp {
  readonly url: string
  /** The database past the relay. */
  readonly databaseUrl: string
  readonly relay: Relay
  /** What the app's log has said so far. */
  readonly lines: readonly string[]
  stop(): Promise<void>
}

/** Starts it out of the build that the other tests look at, with a line in the log per request. */
export async function serveThroughRelay(): Promise<RelayedApp> {
  const id = `rule_atlas_relay_${process.pid}`
  const run = { id, dataFolder: mkdtempSync(join(tmpdir(), `rule-atlas-relay-${process.pid}-`)) }
  const server = await findTestServer(run)
  const direct = databaseUrl(server, await ensureTemplate(server, run))
  const importer = ['--import', 'tsx', 'e2e/server/import-into.ts', direct]
  await promisify(execFile)(process.execPath, importer, { cwd: projectRoot })
  const { hostname, port: databasePort } = new URL(direct)
  const relay = await startRelay({ host: hostname, port: Number(databasePort || 5432) })
  const relayed = new URL(direct)
  relayed.hostname = '127.0.0.1'
  relayed.port = String(relay.port)

  const port = await findFreePort(null)
  const url = `http://127.0.0.1:${port}`
  const lines: string[] = []
  const address = { host: '127.0.0.1', port, url }
  const { signal } = new AbortController()
  const app = await startWebServer('start', address, relayed.href, signal, {
    level: 'info',
    print: (line) => lines.push(line),
  })
  const stop = async () => {
    await app.stop()
    await relay.cut()
    const given = process.env.TEST_DATABASE_URL
    if (given) await dropTestDatabases(given, run)
    await stopEmbeddedPostgres(
      findDataFolder({ ...process.env, ATLAS_DATA_DIR: run.dataFolder }),
      true,
    )
    rmSync(run.dataFolder, { recursive: true, force: true })
  }
  return { url, databaseUrl: direct, relay, lines, stop }
}
