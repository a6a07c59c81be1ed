const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs the action when this process is asked to end, then lets it end by that signal, so that its
 * parent sees why.
 *
 * @returns a function that takes the request back.
 */
export function onInterrupt(action: () => Promise<unknown>): () => void {
  const forget = () => {
    for (const signal of SIGNALS) process.removeListener(signal, answer)
  }
  const answer = (signal: NodeJS.Signals) => {
    action()
      .catch(() => {})
      .finally(() => {
        forget()
        process.kill(process.pid, signal)
      })
  }
  for (const signal of SIGNALS) process.on(signal, answer)
  return forget
}
