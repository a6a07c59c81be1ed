import { compareTactics, findTactic } from './find-tactic'
import { findTechnique } from './find-technique'
import {
  ATTACK_VERSION,
  DEPRECATED,
  PREVIOUS_TECHNIQUES,
  REPLACEMENTS,
  type Tactic,
} from './release'

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

const successors = new Map(REPLACEMENTS.map((row) => [row.from, row]))
const formerNames = new Map(
  [...DEPRECATED, ...PREVIOUS_TECHNIQUES].map((technique) => [technique.id, technique.name]),
)

/** Follows an id to the current release. Never fails: an id that ATT&CK never had stays, as unknown. */
export function resolveTechnique(taggedId: string): ResolvedTechnique {
  const id = taggedId.toUpperCase()
  const { currentId, inferred } = followReplacements(id)
  const technique = findTechnique(currentId)
  if (technique === null) return withoutSuccessor(id)

  const parent = technique.parent === null ? null : findTechnique(technique.parent)
  return {
    id,
    currentId,
    name: technique.name,
    parent: parent === null ? null : { id: parent.id, name: parent.name },
    tactics: technique.tactics.flatMap((name) => findTactic(name) ?? []).sort(compareTactics),
    platforms: technique.platforms,
    state: id === currentId ? 'current' : 'replaced',
    reason:
      id === currentId
        ? null
        : `ATT&CK ${ATTACK_VERSION} no longer has ${id}; ${inferred ? 'by its name, ' : ''}${currentId} (${technique.name}) takes its place.`,
  }
}

function followReplacements(id: string): { currentId: string; inferred: boolean } {
  const seen = new Set<string>()
  let currentId = id
  let inferred = false
  while (findTechnique(currentId) === null && !seen.has(currentId)) {
    seen.add(currentId)
    const next = successors.get(currentId)
    if (next === undefined) break
    inferred ||= next.basis.startsWith('inferred')
    currentId = next.to
  }
  return { currentId, inferred }
}

function withoutSuccessor(id: string): ResolvedTechnique {
  const name = formerNames.get(id) ?? null
  return {
    id,
    currentId: id,
    name,
    parent: null,
    tactics: [],
    platforms: [],
    state: name === null ? 'unknown' : 'withdrawn',
    reason:
      name === null
        ? `ATT&CK ${ATTACK_VERSION} has no technique ${id}.`
        : `MITRE withdrew ${id} (${name}) and named no successor.`,
  }
}
