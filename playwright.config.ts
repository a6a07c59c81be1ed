import { defineConfig, devices } from '@playwright/test'
import { findFreePort } from './lib/database/free-port'
import { findBrowser, NoBrowserError } from './scripts/find-browser'

// Workers load this file too: they must find the port and the browser that the first load found.
process.env.E2E_PORT ??= String(await findFreePort(null))
const url = `http://127.0.0.1:${process.env.E2E_PORT}`
const browser = await findBrowser().catch((error: unknown) => {
  if (!(error instanceof NoBrowserError)) throw error
  console.error(error.message)
  process.exit(1)
})

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  // A busy machine is no failure.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    viewport: { width: 1360, height: 900 },
    launchOptions: {
      executablePath: browser.executablePath,
      args: [
        ...browser.args,
        // The pages are on this machine: whatever a browser does besides only disturbs.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx e2e/server/start.ts',
    url: `${url}/api/health`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
