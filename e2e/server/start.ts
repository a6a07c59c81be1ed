import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@/lib/cli/serve/build-app'
import { listenForStop } from '@/lib/cli/serve/listen-for-stop'
import { loadStarterCatalogue } from '@/lib/cli/serve/starter-catalogue'
import { startWebServer } from '@/lib/cli/serve/web-server'
import { findDataFolder } from '@/lib/database/data-folder'
import { stopEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import { databaseUrl, dropTestDatabases, ensureTemplate, findTestServer } from '@/test/test-server'
import { importFixtures } from './import-fixtures'

// What the browser tests look at: a production build over a database of their own, which holds the
// starter catalogue and the rules of e2e/fixtures. A build of its own too: `npm start` may be running.
process.env.ATLAS_DIST_DIR ??= '.next-e2e'
// A line for each request would hide what the tests say.
process.env.LOG_LEVEL ??= 'warn'
// Pages name their address on the web only where there is one.
process.env.PUBLIC_URL ??= 'https://atlas.example'
const port = Number(process.env.E2E_PORT)
const run = {
  id: `rule_atlas_e2e_${process.pid}`,
  dataFolder: mkdtempSync(join(tmpdir(), `rule-atlas-e2e-${process.pid}-`)),
}
const say = (step: string) => console.log(step)
const stop = listenForStop()
const cleanUp: (() => Promise<void>)[] = [async () => stop.forget(), removeDatabases]
try {
  const server = await findTestServer(run)
  const url = databaseUrl(server, await ensureTemplate(server, run))
  const { signal } = stop
  await loadStarterCatalogue(url, say, signal)
  await importFixtures(url)
  await buildApp({ say, signal })
  const address = { host: '127.0.0.1', port, url: `http://127.0.0.1:${port}` }
  const app = await startWebServer('start', address, url, signal)
  cleanUp.push(app.stop)
  say(`Serving the tests at ${address.url}`)
  await Promise.race([app.ended, stop.requested])
} catch (error) {
  if (!stop.signal.aborted) throw error
} finally {
  for (const each of cleanUp.reverse()) await each()
}

async function removeDatabases(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL
  if (given) await dropTestDatabases(given, run)
  const folder = findDataFolder({ ...process.env, ATLAS_DATA_DIR: run.dataFolder })
  await stopEmbeddedPostgres(folder, true)
  rmSync(run.dataFolder, { recursive: true, force: true })
}
