import { accessSync, constants, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { chromium as playwright } from '@playwright/test'

/** A Chromium that tests and measurements can start. */
export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
}

/** Says in one line what to do; callers print it and stop. */
export class NoBrowserError extends Error {}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Finds a browser: `CHROMIUM_PATH`, an installed one, Playwright's own, the one in an npm package, in
 * that order. Throws `NoBrowserError` where there is none.
 */
export async function findBrowser(
  named: string | undefined = process.env.CHROMIUM_PATH,
  installed: readonly string[] = INSTALLED,
): Promise<Browser> {
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return { executablePath: named, args: sandboxArgs() }
    throw new NoBrowserError(
      `CHROMIUM_PATH is "${named}", which is no program that can be run: correct it, or unset it to have a browser found.`,
    )
  }
  const path = [...installed, playwright.executablePath()].find(isExecutable)
  if (path !== undefined) return { executablePath: path, args: sandboxArgs() }
  const packaged = await findPackaged()
  if (packaged !== null) return packaged
  throw new NoBrowserError(
    'No Chromium was found: install one ("apt-get install chromium", or "npx playwright install --with-deps chromium"), or set CHROMIUM_PATH to the Chrome or Chromium that you have.',
  )
}

/** Chromium refuses to start as root unless its sandbox is off; the pages that tests open are ours. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The package unpacks its program into the temporary folder, where another user's copy may lie. */
async function findPackaged(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const before = process.env.TMPDIR
  const own = join(tmpdir(), `rule-atlas-browser-${userInfo().uid}`)
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 })
    process.env.TMPDIR = own
    const { default: chromium } = await import('@sparticuz/chromium')
    return { executablePath: await chromium.executablePath(), args: chromium.args }
  } catch {
    return null
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
