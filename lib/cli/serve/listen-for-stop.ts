import { findParent, findProcess } from '@/lib/database/running-process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const WATCH_MS = 250
const TWICE_MS = 1_000

/** A request to end, from whoever may make one. */
export interface StopRequest {
  readonly signal: AbortSignal
  /** Resolves when the request comes. */
  readonly requested: Promise<void>
  forget(): void
}

/**
 * Listens for Ctrl-C and its like. Under npm it also watches for npm's end: who kills npm means
 * this. npm cannot pass on a SIGKILL, and a SIGTERM reaches only the shell that it runs scripts in.
 */
export function listenForStop(): StopRequest {
  const controller = new AbortController()
  let askedAt = 0
  const request = () => {
    // Asked again it no longer waits for what does not end. Ctrl-C under npm comes twice at once:
    // from the terminal, and passed on by npm.
    if (askedAt > 0 && Date.now() - askedAt > TWICE_MS) process.exit(1)
    askedAt ||= Date.now()
    controller.abort()
  }
  for (const name of SIGNALS) process.on(name, request)
  const watch = process.env.npm_lifecycle_event ? watchNpm(() => controller.abort()) : undefined
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const forget = () => {
    clearInterval(watch)
    for (const name of SIGNALS) process.removeListener(name, request)
  }
  return { signal: controller.signal, requested, forget }
}

function watchNpm(ended: () => void): NodeJS.Timeout {
  const parent = process.ppid
  const isShell = /^\S*sh -c /.test(findProcess(parent)?.command ?? '')
  const npm = isShell ? findParent(parent) : null
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === null || findParent(parent) === npm)) return
    clearInterval(watch)
    ended()
  }, WATCH_MS)
  return watch.unref()
}
