import { ImportError } from '@/lib/importers/import-error'
import { openSource } from '@/lib/importers/open-source'
import type { ImportReport } from '@/lib/ingest/import-report'
import { formatReport } from './format-report'
import { type ImportArguments, readImportArguments } from './import-arguments'
import { ProgressBar } from './import-progress'
import { INTERRUPTED, Interruption, interruptible } from './interruption'
import { printable } from './printable'
import { withDatabase } from './with-database'

/**
 * `atlas import`: brings the catalogue to what a source of rules holds now.
 *
 * @returns 0; 1 where anything was rejected, or not all enriched; 2 where nothing could be imported
 * at all; 130 where it was stopped
 * @throws UsageError
 */
export async function importCommand(args: readonly string[]): Promise<number> {
  const bar = new ProgressBar()
  try {
    const options = readImportArguments(args)
    const { report, isInterrupted } = await interruptible(async (signal) => {
      const report = await runImport(options, bar, signal)
      return { report, isInterrupted: signal.aborted }
    })
    bar.clear()
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ dryRun: options.dryRun, ...report }, null, 2)}\n`
        : formatReport(report, options.dryRun),
    )
    if (report.enrichmentStopped !== null) {
      const rest = '`atlas enrich` makes the rest of its enrichments.'
      process.stderr.write(`${report.enrichmentStopped} The import is published; ${rest}\n`)
    }
    if (isInterrupted) return INTERRUPTED
    return report.rejected > 0 || report.enrichmentStopped !== null ? 1 : 0
  } catch (error) {
    bar.clear()
    if (error instanceof Interruption) {
      process.stderr.write('Stopped: the catalogue is as it was.\n')
      return INTERRUPTED
    }
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${printable(error.message)}\n`)
    return 2
  }
}

async function runImport(
  options: ImportArguments,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<ImportReport> {
  // The source first: a wrong one should be said before a database is started.
  const { importer, close } = await openSource(options.origin, {
    ...{ branch: options.branch, signal },
    onProgress: (done, total) => bar.show({ step: 'fetching', done, total }),
  })
  try {
    bar.clear()
    const { importSource } = await import('@/lib/ingest/import-source')
    const { sourceName, dryRun, allowRemovals } = options
    return await withDatabase(signal, (db) =>
      importSource({
        ...{ db, importer, sourceName, dryRun, allowRemovals, signal },
        onProgress: (progress) => bar.show(progress),
      }),
    )
  } finally {
    close()
  }
}
