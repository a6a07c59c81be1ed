import type { Database } from '@/lib/catalogue/database'
import { type CompiledRevision, findCompiled } from '@/lib/catalogue/find-compiled'
import { type EnrichmentState, findEnrichmentState } from '@/lib/catalogue/find-enrichment-state'
import type { NewEnrichment } from '@/lib/catalogue/new-enrichment'
import { storeEnrichments } from '@/lib/catalogue/store-enrichments'
import { parseRule } from '@/lib/sigma/parse-rule'
import { cleanText } from './clean-text'
import { currentInputsHash, type EnrichedDocument, enrichDocument } from './enrich-document'

/** Revisions that are read, enriched and stored at a time. */
const BATCH = 100

/** A rule of which nothing could be derived, and why. */
export interface EnrichmentFault {
  readonly path: string
  readonly message: string
}

export interface EnrichReport {
  /** Revisions that readers see. */
  readonly checked: number
  /** How many of them were enriched anew. */
  readonly enriched: number
  readonly faults: readonly EnrichmentFault[]
}

export interface EnrichOptions {
  readonly db: Database
  /** Only the rules of this source. */
  readonly sourceName?: string | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Stops between two batches; what was stored until then is good, the next run goes on. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes again what is stale: the enrichment of every revision that readers see whose inputs give
 * another hash than when it was made. Nothing is compiled: the stored text is parsed, the stored
 * queries are taken. Idempotent; a batch is one transaction.
 */
export async function enrichStale(options: EnrichOptions): Promise<EnrichReport> {
  const { db, onProgress, signal } = options
  const state = await findEnrichmentState(db, options.sourceName ?? null)
  const stale = state.filter(isStale).map(({ id }) => id)
  const faults: EnrichmentFault[] = []
  let enriched = 0
  for (let done = 0; done < stale.length && !signal?.aborted; done += BATCH) {
    onProgress?.(done, stale.length)
    const made = new Map<number, NewEnrichment>()
    for (const revision of await findCompiled(db, stale.slice(done, done + BATCH))) {
      const { enrichment, fault } = enrichRevision(revision)
      if (enrichment !== null) made.set(revision.id, enrichment)
      if (fault === null) enriched++
      else faults.push({ path: revision.path, message: fault })
    }
    await storeEnrichments(db, made)
  }
  return { checked: state.length, enriched, faults }
}

/** Whether its inputs give another enrichment now; it has none, or was stopped by a fault of ours. */
export function isStale({ sigmaId, shownHash, inputsHash }: EnrichmentState): boolean {
  return inputsHash !== currentInputsHash(sigmaId, shownHash)
}

function enrichRevision({
  sigma,
  queries,
  shownHash,
}: CompiledRevision): EnrichedDocument | { readonly enrichment: null; readonly fault: string } {
  const read = parseRule(sigma)
  if (read.ok) return enrichDocument({ document: cleanText(read.document), queries, shownHash })
  // Accepted by the parser of an earlier release: the next import of its source rejects the file.
  const fault = 'The stored text cannot be read as a rule any more: import its source again.'
  return { enrichment: null, fault }
}
