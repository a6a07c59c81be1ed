import { compareTactics, findTactic } from './find-tactic'
import { findTechnique } from './find-technique'
import { projectTechnique } from './project-technique'
import type { Tactic } from './release'
import { CURRENT_RELEASE } from './releases'

/** A technique id as a rule carries it, and what the current release says about it. */
export interface ResolvedTechnique {
  /** As tagged, upper-case. */
  readonly id: string
  /** The id in the current release; the same as `id` where there is none. */
  readonly currentId: string
  /** Null only for an unknown id. */
  readonly name: string | null
  readonly parent: { readonly id: string; readonly name: string } | null
  /** Of the current technique, in matrix order. */
  readonly tactics: readonly Tactic[]
  readonly platforms: readonly string[]
  readonly state: 'current' | 'replaced' | 'withdrawn' | 'unknown'
  /** A sentence for a reader; null where the id is current. */
  readonly reason: string | null
}

/** Follows an id to the current release. Never fails: an id that ATT&CK never had stays, as unknown. */
export function resolveTechnique(taggedId: string): ResolvedTechnique {
  const { id, standing, technique, name, reason } = projectTechnique(taggedId, CURRENT_RELEASE)
  if (technique === null) {
    const state = standing === 'unknown' ? 'unknown' : 'withdrawn'
    return { id, currentId: id, name, parent: null, tactics: [], platforms: [], state, reason }
  }
  const parent = technique.parent === null ? null : findTechnique(technique.parent)
  return {
    id,
    currentId: technique.id,
    name,
    parent: parent === null ? null : { id: parent.id, name: parent.name },
    tactics: technique.tactics.flatMap((each) => findTactic(each) ?? []).sort(compareTactics),
    platforms: technique.platforms,
    state: standing === 'same' ? 'current' : 'replaced',
    reason,
  }
}
