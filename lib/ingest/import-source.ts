import { clearUnpublished } from '@/lib/catalogue/clear-unpublished'
import type { Database, Transaction } from '@/lib/catalogue/database'
import { findOwners } from '@/lib/catalogue/find-owners'
import { findSourceState } from '@/lib/catalogue/find-source-state'
import { lockImports } from '@/lib/catalogue/lock-imports'
import { storeRules } from '@/lib/catalogue/store-rules'
import { ensureSource } from '@/lib/catalogue/upsert-source'
import { databaseFailure } from '@/lib/database/database-failure'
import type { Importer } from '@/lib/importers/importer'
import { type EnrichmentFault, enrichStale } from './enrich-stale'
import { checkRemovals, planImport } from './import-plan'
import type { ImportProgress, ImportReport } from './import-report'
import { makeRows } from './make-rows'
import { nameChanges } from './name-changes'
import { publishImport } from './publish-import'
import { toReport } from './to-report'
import { toolchainHash } from './toolchain-hash'

export interface ImportOptions {
  readonly db: Database
  readonly importer: Importer
  /** In place of the name that the importer found. */
  readonly sourceName?: string | undefined
  /** Reads, compiles and counts, and writes nothing. */
  readonly dryRun?: boolean | undefined
  /** Lets one import remove more than a fifth of a source. */
  readonly allowRemovals?: boolean | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Stops the import; what readers see stays as it was, or, once it is published, is the import. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Brings the catalogue to what a source holds now. Idempotent; readers see all of it or nothing, in
 * whatever moment it ends; one at a time in one database. The rules are in this folder's README.
 *
 * @throws ImportError when too much would be removed; database errors as they come
 */
export async function importSource(options: ImportOptions): Promise<ImportReport> {
  const { db, dryRun, signal } = options
  if (dryRun) return runImport(options, null)
  const onWait = () => options.onProgress?.({ step: 'waiting', done: 0, total: 0 })
  const report = await lockImports(db, { onWait, signal }, (transaction) =>
    runImport(options, transaction),
  )
  return enrichRest(options, report)
}

/**
 * Makes again what of the source grew stale and was not made just now. Readers see the import already,
 * so neither a stop nor the loss of the database makes it fail: the report says what is left to do.
 */
async function enrichRest(options: ImportOptions, report: ImportReport): Promise<ImportReport> {
  const { db, signal, onProgress } = options
  try {
    const stale = await enrichStale({
      ...{ db, sourceName: report.source, signal },
      onProgress: (done, total) => onProgress?.({ step: 'enriching', done, total }),
    })
    return {
      ...report,
      enriched: report.enriched + stale.enriched,
      enrichmentFaults: unique([...report.enrichmentFaults, ...stale.faults]),
      enrichmentStopped: signal?.aborted ? 'Stopped.' : null,
    }
  } catch (error) {
    const failure = databaseFailure(error)
    if (failure === null) throw error
    return { ...report, enrichmentStopped: failure.message }
  }
}

/** A rule that was enriched in vain a moment ago is stale as well, and fails once more. */
function unique(faults: readonly EnrichmentFault[]): EnrichmentFault[] {
  return [...new Map(faults.map((fault) => [fault.path, fault])).values()]
}

/** @param transaction the one that publishes; null in a dry run */
async function runImport(
  options: ImportOptions,
  transaction: Transaction | null,
): Promise<ImportReport> {
  const { db, importer, signal } = options
  const startedAt = new Date()
  const sourceName = options.sourceName ?? importer.facts.name
  const toolchain = toolchainHash()
  const report = (step: ImportProgress['step'], done: number, total: number) =>
    options.onProgress?.({ step, done, total })

  report('reading', 0, 0)
  const state = await findSourceState(db, sourceName)
  const plan = await planImport(importer.files(), {
    sourceName,
    state,
    toolchain,
    findOwners: (ids) => findOwners(db, sourceName, ids),
  })
  if (options.allowRemovals !== true) checkRemovals(plan, sourceName, state.revisions.length)

  const batch = { sourceName, toolchainHash: toolchain, version: state.version + 1 }
  if (transaction !== null) await clearUnpublished(db)
  if (transaction !== null && plan.accepted.length + plan.rejected.length > 0) {
    await ensureSource(db, sourceName, importer.facts)
  }
  const made = await makeRows(plan.accepted, {
    revisions: state.revisions,
    store: async (rules) => {
      if (transaction !== null) await storeRules(db, batch, await nameChanges(db, rules))
    },
    onProgress: (done) => report('compiling', done, plan.accepted.length),
    signal,
  })
  signal?.throwIfAborted()
  report('publishing', 0, 0)
  const result = { sourceName, facts: importer.facts, state, plan, made, toolchain, startedAt }
  return transaction === null ? toReport(result, false) : publishImport(transaction, result)
}
