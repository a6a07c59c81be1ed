import { compareTactics, findTactic } from './find-tactic'
import { ATTACK_VERSION, PREVIOUS_TACTICS, type Tactic } from './release'
import type { ResolvedTechnique } from './resolve-technique'

/** A tactic of the current release, and how a rule came to it. */
export interface ResolvedTactic extends Tactic {
  /** `tag`: written so; `translated`: from a tactic of an older release; `technique`: no tactic is tagged. */
  readonly origin: 'tag' | 'translated' | 'technique'
  /** A sentence for a reader; null where the tag is current. */
  readonly reason: string | null
}

const former = new Map(PREVIOUS_TACTICS.map((tactic) => [tactic.shortName, tactic]))

/** Whether some release since 18.1 has a tactic by this short name or id. */
export function isTacticName(name: string): boolean {
  return findTactic(name) !== null || former.has(shortName(name))
}

/**
 * Tactics in matrix order, each once. Release 19 split Defense Evasion in two: the rule's own
 * techniques say which half is meant; where they say nothing, the half that kept the id TA0005.
 * A rule that tags techniques but no tactic has the tactics of its techniques.
 */
export function resolveTactics(
  names: readonly string[],
  techniques: readonly ResolvedTechnique[],
): readonly ResolvedTactic[] {
  const found = new Map<string, ResolvedTactic>()
  const add = (tactic: ResolvedTactic) => {
    const earlier = found.get(tactic.shortName)
    if (earlier === undefined || tactic.origin === 'tag') found.set(tactic.shortName, tactic)
  }

  for (const name of names) {
    const current = findTactic(name)
    if (current !== null) add({ ...current, origin: 'tag', reason: null })
    else for (const tactic of translate(shortName(name), techniques)) add(tactic)
  }
  if (names.length === 0) {
    for (const technique of techniques) {
      const reason = `The rule tags no tactic; ${technique.currentId} belongs to this one.`
      for (const tactic of technique.tactics) add({ ...tactic, origin: 'technique', reason })
    }
  }
  return [...found.values()].sort(compareTactics)
}

/** What became of a tactic that the current release no longer has under this name. */
function translate(name: string, techniques: readonly ResolvedTechnique[]): ResolvedTactic[] {
  const tactic = former.get(name)
  if (tactic === undefined) return []
  const added = techniques.flatMap((technique) =>
    technique.tactics.filter((each) => !former.has(each.shortName)),
  )
  const change = `ATT&CK ${ATTACK_VERSION} has no tactic ${tactic.name}`
  if (added.length > 0) {
    const reason = `${change}; the rule's techniques belong to this one.`
    return added.map((each) => ({ ...each, origin: 'translated', reason }))
  }
  const heir = findTactic(tactic.id)
  const reason = `${change}; this one kept its id ${tactic.id}.`
  return heir === null ? [] : [{ ...heir, origin: 'translated', reason }]
}

function shortName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}
