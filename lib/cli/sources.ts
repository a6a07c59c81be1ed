import { ImportError } from '@/lib/importers/import-error'
import { INTERRUPTED, Interruption, interruptible } from './interruption'
import { printable } from './printable'
import { readSourcesArguments } from './sources-arguments'
import { listSources } from './sources-list'
import { removeSourceByHand } from './sources-remove'
import { withDatabase } from './with-database'

/**
 * `atlas sources list | remove NAME`: what was imported from where, and taking one away again.
 *
 * @returns 0; 1 where removing was declined; 2 where there is no such source
 * @throws UsageError
 */
export async function sourcesCommand(args: readonly string[]): Promise<number> {
  const asked = readSourcesArguments(args)
  try {
    return await interruptible((signal) =>
      withDatabase(signal, (db) =>
        asked.action === 'list'
          ? listSources(db, asked.json)
          : removeSourceByHand(db, asked, signal),
      ),
    )
  } catch (error) {
    if (error instanceof Interruption) {
      process.stderr.write('Stopped: the catalogue is as it was.\n')
      return INTERRUPTED
    }
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${printable(error.message)}\n`)
    return 2
  }
}
