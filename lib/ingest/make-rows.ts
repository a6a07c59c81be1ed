import type { VisibleRevision } from '@/lib/catalogue/find-source-state'
import type { FreshHash } from '@/lib/catalogue/refresh-hashes'
import type { ReadableFile } from '@/lib/importers/importer'
import type { EnrichmentFault } from './enrich-stale'
import type { Candidate, RejectedFile } from './identify'
import type { Successor } from './name-changes'
import { runTasks } from './run-tasks'

/** What became of the accepted files. */
export interface MadeRows {
  readonly created: number
  readonly updated: number
  /** Revisions that new ones take the place of. */
  readonly superseded: readonly number[]
  /** Revisions that a reader would see no difference in. */
  readonly refreshed: readonly FreshHash[]
  /** Files that brought out a fault of ours. */
  readonly rejected: readonly RejectedFile[]
  readonly enrichmentFaults: readonly EnrichmentFault[]
}

interface Options {
  readonly revisions: readonly VisibleRevision[]
  /** Stores new rows; called for a batch at a time, in the order of the files. */
  readonly store: (rules: readonly Successor[]) => Promise<void>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal | undefined
}

/** Compiles the accepted files in worker threads and stores, batch by batch, what readers do not see yet. */
export async function makeRows(
  accepted: readonly Candidate[],
  { revisions, store, onProgress, signal }: Options,
): Promise<MadeRows> {
  const shown = new Map(revisions.map((revision) => [revision.sigmaId, revision]))
  const superseded: number[] = []
  const refreshed: FreshHash[] = []
  const rejected: RejectedFile[] = []
  const enrichmentFaults: EnrichmentFault[] = []
  let created = 0
  let done = 0
  const files = accepted.map(({ file }) => file)
  const work = {
    name: 'makeRules',
    task: (batch: readonly ReadableFile[]) => batch,
    here: async (batch: readonly ReadableFile[]) => (await import('./make-rule')).makeRules(batch),
    signal,
  } as const
  for await (const batch of runTasks(files, work)) {
    const rules: Successor[] = []
    for (const made of batch) {
      if (made.kind === 'rejected') {
        rejected.push(made.rejected)
        continue
      }
      const { sigmaId, shownHash, contentHash } = made.rule
      const before = shown.get(sigmaId)
      if (before?.shownHash === shownHash) {
        refreshed.push({ id: before.id, contentHash })
        continue
      }
      if (before === undefined) created++
      else superseded.push(before.id)
      rules.push({ rule: made.rule, before: before?.id ?? null })
      const { path } = made.rule
      if (made.fault !== null) enrichmentFaults.push({ path, message: made.fault })
    }
    if (rules.length > 0) await store(rules)
    done += batch.length
    onProgress(done)
  }
  return {
    ...{ created, updated: superseded.length },
    ...{ superseded, refreshed, rejected, enrichmentFaults },
  }
}
