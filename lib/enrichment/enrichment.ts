import type { CompiledQuery, Target } from '@/lib/compiler/compiled-query'
import type { Predicate, SigmaDocument } from '@/lib/sigma/ast'

/**
 * Who wrote a value: the rule's author, MITRE, a derivation of ours out of facts, or whoever
 * wrote content/enrichment/<rule id>.md.
 */
export const ORIGINS = ['rule', 'attack', 'derived', 'curated'] as const
export type Origin = (typeof ORIGINS)[number]

/** Whole sentences, never cut, and who wrote them. */
export interface OriginText {
  readonly text: string
  readonly origin: Origin
}

/** One table that a target's query reads, or would have to read, and what fills it. */
export interface DataSource {
  readonly target: Target
  /** A table or an ASIM parser. */
  readonly table: string
  /** `queried`: the query reads it. `needed`: it holds the logsource, but there is no query. */
  readonly role: 'queried' | 'needed'
  /** The connector or agent that fills it; null where no reference says. */
  readonly connector: string | null
  /** Columns that the query reads. */
  readonly columns: readonly string[]
  /** What must be switched on before rows arrive, a whole sentence each. */
  readonly switchOn: readonly string[]
  /** What is missing or differs, and what was written of this table for the rule. */
  readonly notes: readonly OriginText[]
  /** Of all but the notes. */
  readonly origin: Origin
}

export interface FalsePositiveGuidance {
  /** The author's own list, as written, without entries that say nothing. */
  readonly fromRule: readonly string[]
  /** What the rule's filters already leave out, a whole sentence each. */
  readonly excludedByRule: readonly string[]
  /** What is likely for this kind of event, and what to do about it. */
  readonly guidance: readonly OriginText[]
}

export interface Reference {
  /** As the rule gives it; only `http:` and `https:` addresses are ever links. */
  readonly url: string
  /** What it is, in one word or two: `report`, `documentation`, `code`, `advisory`, `other`. */
  readonly kind: string
  readonly origin: Origin
}

export interface Confidence {
  readonly value: 'high' | 'medium' | 'low'
  /** Whole sentences, the deciding ones first. */
  readonly reasons: readonly string[]
  readonly origin: Origin
}

/** Malware, a tool or a vulnerability that the rule names: `{ name: 'Rclone', kind: 'tool' }`. */
export interface NamedTag {
  readonly name: string
  readonly kind: 'malware' | 'tool' | 'cve' | 'group' | 'campaign' | 'behaviour'
  readonly origin: Origin
  /** Where it is said: `tags`, `title`, `description`, `detection`. */
  readonly from: string
}

/** Every section of the reference page that is not the rule itself or MITRE's text. */
export interface Enrichment {
  readonly hypothesis: OriginText
  readonly dataSources: readonly DataSource[]
  readonly falsePositives: FalsePositiveGuidance
  readonly references: readonly Reference[]
  readonly confidence: Confidence
  readonly tags: readonly NamedTag[]
}

/** All that an enrichment is made from, the curated file aside. */
export interface EnrichmentFacts {
  readonly document: SigmaDocument
  /** What the rule's detection means; null where it cannot be resolved, or is no single rule. */
  readonly predicate: Predicate | null
  readonly queries: readonly CompiledQuery[]
}
