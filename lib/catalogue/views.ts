import type { Enrichment } from '@/lib/enrichment/enrichment'

/** What pages are given: plain values, dates as texts, nothing of the database. */

export type TargetState = 'compiled' | 'with-loss' | 'refused'

export interface TargetSummary {
  readonly target: string
  readonly state: TargetState
}

/** One line of the feed. */
export interface FeedRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly level: string | null
  readonly techniques: readonly string[]
  readonly tables: readonly string[]
  readonly targets: readonly TargetSummary[]
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly changedOn: string
}

export interface FeedPage {
  readonly rows: readonly FeedRow[]
  /** Rules that match, on all pages. */
  readonly total: number
  /** How many of them come before the first row here. */
  readonly before: number
  readonly previous: string | null
  readonly next: string | null
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** A diagnostic as stored: codes of an older release may be among them. */
export interface QueryDiagnostic {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly effect: 'widens' | 'narrows' | null
}

export interface QueryView {
  readonly target: string
  readonly state: TargetState
  readonly kql: string | null
  readonly kqlHtml: string | null
  readonly tables: readonly string[]
  readonly diagnostics: readonly QueryDiagnostic[]
}

export interface RelatedRule {
  readonly id: string
  /** Null where the catalogue has no such rule. */
  readonly title: string | null
  readonly level: string | null
  /** As the rule says (`derived`, `similar` …), or `same technique`. */
  readonly relation: string
}

/**
 * What may be said of a source: that it is the catalogue which comes with Rule Atlas, that it is an
 * open-source repository, or no more than its name.
 */
export type SourceKind = 'starter' | 'repository' | 'other'

/** When a rule went away, and by whose import. */
export interface RemovalView {
  readonly version: number
  /** ISO 8601, UTC; null where that import is not known any more. */
  readonly at: string | null
  readonly source: string
}

/** One revision of a rule, in its history. */
export interface RevisionView {
  /** The version that showed it first. */
  readonly version: number
  readonly at: string | null
  /** `back`: the rule had been removed before. */
  readonly event: 'new' | 'changed' | 'back'
  /** What changed, by part; empty where there is nothing to compare with. */
  readonly changes: readonly string[]
  readonly source: string
  readonly title: string
  readonly queries: readonly TargetSummary[]
  /** Set where the rule went away after this revision. */
  readonly removed: RemovalView | null
}

/** What of a revision is compared line by line. */
export interface RevisionTexts {
  readonly version: number
  readonly sigma: string
  readonly queries: readonly { readonly target: string; readonly kql: string | null }[]
}

/** Why the newest file of a rule did not become its newest revision. */
export interface UpdateRejection {
  readonly message: string
  readonly line: number | null
  readonly at: string
}

export interface RuleView {
  readonly id: string
  /** Null while its source has it; else what is shown is the last revision. */
  readonly removed: RemovalView | null
  /** Set where the source's newest file of this rule was rejected: what is shown is older. */
  readonly rejected: UpdateRejection | null
  readonly kind: string
  readonly title: string
  readonly description: string | null
  readonly level: string | null
  readonly status: string | null
  readonly author: string | null
  readonly licence: string | null
  readonly licenceUrl: string | null
  readonly date: string | null
  readonly modified: string | null
  readonly logsource: {
    readonly product: string | null
    readonly category: string | null
    readonly service: string | null
    readonly definition: string | null
  }
  readonly tags: readonly string[]
  readonly techniques: readonly string[]
  readonly tactics: readonly string[]
  readonly tables: readonly string[]
  readonly references: readonly string[]
  readonly falsePositives: readonly string[]
  readonly sigma: string
  readonly sigmaHtml: string | null
  readonly queries: readonly QueryView[]
  /** Null where none was made yet, or one that today's code cannot read. */
  readonly enrichment: Enrichment | null
  readonly source: {
    readonly name: string
    readonly kind: SourceKind
    readonly path: string
    /** Where the original file can be read; null where the source is not on the web. */
    readonly url: string | null
    readonly commit: string | null
    /** ISO 8601, UTC. */
    readonly retrievedAt: string
  }
}
