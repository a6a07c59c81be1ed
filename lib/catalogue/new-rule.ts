import type { Diagnostic } from '@/lib/diagnostics'
import type { NewEnrichment } from './new-enrichment'

/** One revision of a rule, ready to be stored: what `store-rules` adds is the same for a whole import. */
export interface NewRule {
  readonly sigmaId: string
  readonly path: string
  readonly contentHash: string
  readonly shownHash: string
  readonly kind: string
  readonly title: string
  readonly description: string | null
  readonly level: string | null
  readonly levelRank: number
  readonly status: string | null
  readonly author: string | null
  readonly licence: string | null
  readonly date: Date | null
  readonly modified: Date | null
  readonly changedOn: Date
  readonly product: string | null
  readonly category: string | null
  readonly service: string | null
  readonly logsourceDefinition: string | null
  readonly tags: readonly string[]
  readonly techniques: readonly string[]
  readonly tactics: readonly string[]
  readonly tables: readonly string[]
  readonly references: readonly string[]
  readonly falsePositives: readonly string[]
  readonly related: readonly { readonly id: string; readonly type: string }[]
  readonly sigma: string
  readonly sigmaHtml: string
  readonly searchText: string
  readonly queries: readonly NewQuery[]
  readonly enrichment: NewEnrichment
}

/** All of a rule but what is derived of the rest of it. */
export type NewRevision = Omit<NewRule, 'enrichment'>

/** A rule with what changed in it against the revision before; empty where there is none. */
export interface ComparedRule extends NewRule {
  readonly changes: readonly string[]
}

export interface NewQuery {
  readonly target: string
  readonly status: 'compiled' | 'refused'
  readonly kql: string | null
  readonly kqlHtml: string | null
  readonly tables: readonly string[]
  /** Table → the columns that the query reads of it. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly diagnostics: readonly Diagnostic[]
}

/** A file that became no rule, ready to be stored. */
export interface NewRejection {
  readonly path: string
  readonly contentHash: string
  readonly diagnostic: Diagnostic
}

/** What every row of one import has in common. */
export interface ImportBatch {
  readonly sourceName: string
  /** The catalogue version that will show the rows once it is published. */
  readonly version: number
  readonly toolchainHash: string
}
