import { onStopSignal } from './on-stop-signal'

/** The exit code by which a shell reports a program that Ctrl-C ended. */
export const INTERRUPTED = 130

/** The reason of a signal that Ctrl-C aborted. */
export class Interruption extends Error {
  override readonly name = 'Interruption'
}

/** Does work with a signal that aborts with an `Interruption` where this process is asked to end. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupt = new AbortController()
  const forget = onStopSignal(() => interrupt.abort(new Interruption()), INTERRUPTED)
  try {
    return await work(interrupt.signal)
  } finally {
    forget()
  }
}
