/** What the pages of the change log are given: plain values, dates as texts. */

export interface ImportCounts {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  readonly rejected: number
}

/** One published version: an import that changed something, or the removal of a source. */
export interface ImportSummary {
  readonly version: number
  readonly source: string
  /** ISO 8601, UTC. */
  readonly at: string | null
  /** `removal`: the source was taken out of the catalogue, with all that it had. */
  readonly kind: 'import' | 'removal'
  readonly counts: ImportCounts
}

export const CHANGE_SECTIONS = ['new', 'changed', 'removed', 'rejected'] as const
export type ChangeSection = (typeof CHANGE_SECTIONS)[number]

/** A rule that an import brought, changed or took away. */
export interface RuleChange {
  readonly id: string
  readonly title: string
  readonly level: string | null
  readonly path: string
  /** What changed, by part. */
  readonly changes: readonly string[]
  /** It had been removed before. */
  readonly isBack: boolean
}

/** A file that an import could not take. */
export interface RejectionView {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
  readonly code: string
  readonly message: string
  /** Not rejected by the import before. */
  readonly isNew: boolean
  /** The rule that this file held when it was good, and that stays visible. */
  readonly kept: { readonly id: string; readonly title: string } | null
}

export interface Listed<Row> {
  readonly rows: readonly Row[]
  /** How many there are, listed or not. */
  readonly total: number
}

export interface Page {
  readonly offset: number
  readonly limit: number
}
