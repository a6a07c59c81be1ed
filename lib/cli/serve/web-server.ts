import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { readLogLevel } from './log-level'
import { createOneLog, type LineTaker } from './one-log'
import { type NextProcess, runNext } from './run-next'
import type { WebAddress } from './web-address'

const READY_MS = 60_000
const STOP_MS = 5_000
/** What Next says of its own start, some of it late. */
const BANNER = /^\W*Running next\.config/

/** The running web app. */
export interface WebServer {
  /** Resolves when it has ended by itself, with a line that says how. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** How it logs, where that is not as the environment and the terminal say. */
export interface WebLog {
  readonly level?: string
  readonly print?: (line: string) => void
}

/**
 * Starts the built app (or Next's development server) and waits until it answers. Once it does, it prints its log: of
 * the built app a JSON object a line, of the development server whatever that says.
 *
 * @throws UserFacingError with what it printed where it ends before that.
 */
export async function startWebServer(
  mode: 'start' | 'dev',
  address: WebAddress,
  databaseUrl: string,
  signal: AbortSignal,
  { level = readLogLevel(process.env, process.stdout.isTTY), print = console.log }: WebLog = {},
): Promise<WebServer> {
  const where = ['--port', String(address.port), '--hostname', address.host]
  const environment = { DATABASE_URL: databaseUrl, LOG_LEVEL: level }
  const next = runNext([mode, ...where], environment, signal)
  const openLog = createOneLog(level, print)
  const log = watchOutput(next, (stream) =>
    mode === 'start' ? openLog(stream) : { take: print, end: () => {} },
  )
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
function watchOutput(next: NextProcess, openLog: (stream: 'stdout' | 'stderr') => LineTaker) {
  let held = ''
  let ready = false
  let released = false
  for (const stream of ['stdout', 'stderr'] as const) {
    const log = openLog(stream)
    const take = (printed: string) => {
      const line = stripVTControlCharacters(printed)
      if (released && !BANNER.test(line)) log.take(line)
      else held += `${line}\n`
      if (/Ready in/.test(line)) ready = true
    }
    createInterface({ input: next[stream] }).on('line', take).on('close', log.end)
  }
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
