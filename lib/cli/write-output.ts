import { once } from 'node:events'

/** The reader of standard output went away (`… | head`): there is nobody left to write for. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError'
}

/**
 * Writes to standard output and waits until it has room.
 *
 * @throws OutputClosedError when its reader has gone
 */
export async function writeOutput(text: string): Promise<void> {
  if (closed()) throw new OutputClosedError()
  if (process.stdout.write(text)) return
  try {
    await once(process.stdout, 'drain')
  } catch {
    throw new OutputClosedError()
  }
}

let watching = false
let gone = false

function closed(): boolean {
  if (!watching) {
    watching = true
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      gone = true
    })
  }
  return gone || process.stdout.destroyed
}
