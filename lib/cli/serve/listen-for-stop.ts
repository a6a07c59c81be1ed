const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const WATCH_MS = 250

/** A request to end, from whoever may make one. */
export interface StopRequest {
  readonly signal: AbortSignal
  /** Resolves when the request comes. */
  readonly requested: Promise<void>
  forget(): void
}

/**
 * Listens for Ctrl-C and its like. Under npm it also watches for npm's end: who kills npm means
 * this, and npm itself can pass on no SIGKILL.
 */
export function listenForStop(): StopRequest {
  const controller = new AbortController()
  const parent = process.ppid
  const request = () => controller.abort()
  for (const name of SIGNALS) process.on(name, request)
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) request()
  }, WATCH_MS)
  watch.unref()
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const forget = () => {
    clearInterval(watch)
    for (const name of SIGNALS) process.removeListener(name, request)
  }
  return { signal: controller.signal, requested, forget }
}
