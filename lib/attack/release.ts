import enterprise18 from '@/content/attack/enterprise-18.1.json'
import enterprise19 from '@/content/attack/enterprise-19.1.json'

/** One column of the matrix. */
export interface Tactic {
  /** `TA0010` */
  readonly id: string
  /** As in tags and addresses: `exfiltration`. */
  readonly shortName: string
  readonly name: string
}

/** A technique, or a sub-technique where `parent` is set. */
export interface Technique {
  /** `T1048.003` */
  readonly id: string
  readonly name: string
  readonly parent: string | null
  /** Short names of tactics. */
  readonly tactics: readonly string[]
  readonly platforms: readonly string[]
}

/** One id that a release no longer has, and the id that took its place. */
export interface Replacement {
  readonly from: string
  readonly to: string
  /** `read: …` where a source says so, `inferred: …` where the name or the subject does. */
  readonly basis: string
}

/** The release that every answer is given in. */
export const ATTACK_VERSION: string = enterprise19.version

/** Tactics of the current release, in the order of the matrix. */
export const TACTICS: readonly Tactic[] = enterprise19.tactics

/** Techniques and sub-techniques of the current release, by id. */
export const TECHNIQUES: readonly Technique[] = enterprise19.techniques

/** The release before it. */
export const PREVIOUS_VERSION: string = enterprise18.version

/** Tactics and techniques of the release before, which rules are still tagged with. */
export const PREVIOUS_TACTICS: readonly Tactic[] = enterprise18.tactics
export const PREVIOUS_TECHNIQUES: readonly Technique[] = enterprise18.techniques

/** Replacements of both releases: an old id may take two steps to the current one. */
export const REPLACEMENTS: readonly Replacement[] = [
  ...enterprise18.replacements,
  ...enterprise19.replacements,
]

/** Techniques that MITRE withdrew without a successor. */
export const DEPRECATED: readonly { readonly id: string; readonly name: string }[] =
  enterprise18.deprecated
