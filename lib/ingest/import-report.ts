import type { DiagnosticCode } from '@/lib/diagnostics'
import type { EnrichmentFault } from './enrich-stale'

/** What one import did, or would do. */
export interface ImportReport {
  readonly source: string
  readonly origin: string
  /** The version that readers see now. */
  readonly version: number
  /** False where nothing changed, and in a dry run. */
  readonly published: boolean
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  readonly rejected: number
  /** Rules whose enrichment was made or made again. */
  readonly enriched: number
  /** Rules that were stored without one, by a fault of ours. */
  readonly enrichmentFaults: readonly EnrichmentFault[]
  /** Why what had grown stale was not all enriched after the import, in a sentence; null where it was. */
  readonly enrichmentStopped: string | null
  /** By path; also those that an earlier import rejected for the same reason. */
  readonly rejections: readonly ReportedRejection[]
}

export interface ReportedRejection {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
  readonly code: DiagnosticCode | string
  readonly message: string
}

/**
 * Where an import stands. `fetching`: a repository is cloned, counted in its objects; `waiting`:
 * another import of the same database is under way.
 */
export interface ImportProgress {
  readonly step: 'fetching' | 'waiting' | 'reading' | 'compiling' | 'publishing' | 'enriching'
  readonly done: number
  readonly total: number
}
