import type { TargetSummary } from './views'

/** Numbers of rules, by id. What no rule names is not in a map. */
export interface Coverage {
  /** Rules that fit the filters. */
  readonly rules: number
  /** Those of them that name no technique. */
  readonly untagged: number
  /** Technique or sub-technique → rules that name it itself. */
  readonly techniques: ReadonlyMap<string, number>
  /** Technique → rules that name it or one of its sub-techniques, each once. */
  readonly families: ReadonlyMap<string, number>
  /** Short name in the map's release → rules. */
  readonly tactics: ReadonlyMap<string, number>
  /** Id as tagged → rules. */
  readonly tags: ReadonlyMap<string, number>
}

/** A rule as a technique's page lists it. */
export interface TechniqueRule {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly level: string | null
  readonly source: string
  readonly targets: readonly TargetSummary[]
  /** The id that the rule is tagged with, where it is one of another release. */
  readonly taggedAs: string | null
}

/** The first rules that name a technique itself, and how many there are. */
export interface TechniqueRules {
  readonly shown: readonly TechniqueRule[]
  readonly total: number
}
