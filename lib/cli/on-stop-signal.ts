const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Within this time a second signal is the first one over again. */
const TWICE_MS = 1_000

/**
 * Calls `stop` when this process is asked to end. Asked again, it no longer waits for what does not
 * end. Ctrl-C under npm comes twice at once, from the terminal and passed on by npm: that is once.
 *
 * @param status the exit code where it was asked again.
 * @returns a function that stops listening.
 */
export function onStopSignal(stop: () => void, status: number): () => void {
  let askedAt = 0
  const answer = () => {
    if (askedAt > 0 && Date.now() - askedAt > TWICE_MS) process.exit(status)
    askedAt ||= Date.now()
    stop()
  }
  for (const signal of SIGNALS) process.on(signal, answer)
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, answer)
  }
}
