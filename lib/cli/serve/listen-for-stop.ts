import { findParent, findProcess } from '@/lib/database/running-process'
import { onStopSignal } from '../on-stop-signal'

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
 * this. npm cannot pass on a SIGKILL, and a SIGTERM reaches only the shell that it runs scripts in.
 */
export function listenForStop(): StopRequest {
  const controller = new AbortController()
  const ignore = onStopSignal(() => controller.abort(), 1)
  const watch = process.env.npm_lifecycle_event ? watchNpm(() => controller.abort()) : undefined
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const forget = () => {
    clearInterval(watch)
    ignore()
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
