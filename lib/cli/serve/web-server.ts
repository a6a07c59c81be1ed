import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { readLogLevel } from './log-level'
import { type NextProcess, runNext } from './run-next'
import type { WebAddress } from './web-address'

const READY_MS = 60_000
const STOP_MS = 5_000
/** What Next says of its own start, some of it late. */
const BANNER = /^✓ Running next\.config/

/** The running web app. */
export interface WebServer {
  /** Resolves when it has ended by itself, with a line that says how. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts the built app (or Next's development server) and waits until it answers.
 *
 * @throws UserFacingError with what it printed where it ends before that.
 */
export async function startWebServer(
  mode: 'start' | 'dev',
  address: WebAddress,
  databaseUrl: string,
  signal: AbortSignal,
): Promise<WebServer> {
  const where = ['--port', String(address.port), '--hostname', address.host]
  const environment = {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: readLogLevel(process.env, process.stdout.isTTY),
  }
  const next = runNext([mode, ...where], environment, signal)
  const log = watchOutput(next)
  const ended = next.ended.then((code) => `The web app ended (${code ?? 'by a signal'}).`)
  const failed = ended.then((line) => {
    signal.throwIfAborted()
    throw new UserFacingError(`${line}\n${log.held().trim()}`)
  })
  try {
    await Promise.race([waitUntilReady(log), failed])
  } catch (error) {
    next.kill()
    throw error
  }
  failed.catch(() => {})
  log.release()
  return { ended, stop: () => stop(next) }
}

/** Next says where it listens, which `serve` does itself: its lines are held until it is ready. */
function watchOutput(next: NextProcess) {
  let held = ''
  let ready = false
  let released = false
  const take = (line: string) => {
    if (released && !BANNER.test(line)) console.log(line)
    else held += `${line}\n`
    if (/Ready in/.test(line)) ready = true
  }
  createInterface({ input: next.stdout }).on('line', take)
  createInterface({ input: next.stderr }).on('line', take)
  return {
    held: () => held,
    isReady: () => ready,
    release: () => {
      released = true
    },
  }
}

async function waitUntilReady(log: ReturnType<typeof watchOutput>): Promise<void> {
  const deadline = Date.now() + READY_MS
  while (!log.isReady()) {
    if (Date.now() > deadline) {
      throw new UserFacingError(`The web app was not ready after a minute:\n${log.held().trim()}`)
    }
    await sleep(20)
  }
}

/** Lets requests under way finish, but not for ever. */
async function stop(next: NextProcess): Promise<void> {
  next.stop()
  const late = AbortSignal.timeout(STOP_MS)
  late.addEventListener('abort', () => next.kill())
  await next.ended
}
