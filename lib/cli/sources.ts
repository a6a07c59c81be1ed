import type { Database } from '@/lib/catalogue/database'
import { ImportError } from '@/lib/importers/import-error'
import { onStopSignal } from './on-stop-signal'
import { printable } from './printable'
import { readSourcesArguments } from './sources-arguments'
import { listSources } from './sources-list'
import { removeSourceByHand } from './sources-remove'

/** As a shell reports a program that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * `atlas sources list | remove NAME`: what was imported from where, and taking one away again.
 *
 * @returns 0; 1 where removing was declined; 2 where there is no such source
 * @throws UsageError
 */
export async function sourcesCommand(args: readonly string[]): Promise<number> {
  const asked = readSourcesArguments(args)
  const interrupt = new AbortController()
  const forget = onStopSignal(() => interrupt.abort(new Interruption()), INTERRUPTED)
  try {
    return await withDatabase(interrupt.signal, (db) =>
      asked.action === 'list'
        ? listSources(db, asked.json)
        : removeSourceByHand(db, asked, interrupt.signal),
    )
  } catch (error) {
    if (error instanceof Interruption) {
      process.stderr.write('Stopped: the catalogue is as it was.\n')
      return INTERRUPTED
    }
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${printable(error.message)}\n`)
    return 2
  } finally {
    forget()
  }
}

class Interruption extends Error {}

async function withDatabase(
  signal: AbortSignal,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  const [{ openDatabase }, { createClient }] = await Promise.all([
    import('@/lib/database/connect'),
    import('@/lib/catalogue/client'),
  ])
  const say = (step: string) => process.stderr.write(`${step}\n`)
  const database = await openDatabase({ say, stopOnSignal: false })
  try {
    signal.throwIfAborted()
    const db = createClient(database.url)
    try {
      return await work(db)
    } finally {
      // What the command ended with matters more than a connection that was lost already.
      await db.$disconnect().catch(() => {})
    }
  } finally {
    await database.stop()
  }
}
