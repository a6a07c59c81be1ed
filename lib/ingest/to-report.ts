import type { SourceState } from '@/lib/catalogue/find-source-state'
import type { SourceFacts } from '@/lib/importers/importer'
import type { RejectedFile } from './identify'
import type { ImportPlan } from './import-plan'
import type { ImportReport, ReportedRejection } from './import-report'
import type { MadeRows } from './make-rows'

/** All that one import found out. */
export interface ImportResult {
  readonly sourceName: string
  readonly facts: SourceFacts
  /** What readers saw before. */
  readonly state: SourceState
  readonly plan: ImportPlan
  readonly made: MadeRows
  readonly toolchain: string
  readonly startedAt: Date
}

/** What the user is told. */
export function toReport(result: ImportResult, published: boolean): ImportReport {
  const { state, plan, made } = result
  const rejections = [
    ...[...plan.rejected, ...made.rejected].map(toReported),
    ...plan.files.rejectedBefore.map(({ path, line, column, code, message }) => ({
      ...{ path, line, column, code, message },
    })),
  ]
  return {
    source: result.sourceName,
    origin: result.facts.origin,
    version: state.version + (published ? 1 : 0),
    published,
    created: made.created,
    updated: made.updated,
    unchanged: plan.files.unchanged.length + made.refreshed.length,
    removed: plan.removed.length,
    rejected: rejections.length,
    enriched: made.created + made.updated - made.enrichmentFaults.length,
    enrichmentFaults: made.enrichmentFaults,
    enrichmentStopped: null,
    rejections: rejections.sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

function toReported({ path, diagnostic }: RejectedFile): ReportedRejection {
  const { code, message, location } = diagnostic
  return { path, line: location?.line ?? null, column: location?.column ?? null, code, message }
}
