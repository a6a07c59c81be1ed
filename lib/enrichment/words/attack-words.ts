import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { ResolvedTechnique } from '@/lib/attack/resolve-technique'
import { list } from './say-values'

const SHOWN = { techniques: 3, tactics: 6 }

/**
 * What a rule's tags say of its purpose, to follow "That fits": techniques and tactics by name, no
 * text of MITRE's. Null where no tag names either.
 */
export function attackWords(tags: readonly string[]): string | null {
  const { techniques, tactics } = resolveAttackTags(tags)
  const purpose = some(
    tactics.map(({ name }) => name),
    SHOWN.tactics,
    'tactics',
  )
  const named = [...new Set(techniques.map(nameOf))]
  if (named.length === 0) {
    return tactics.length === 0 ? null : `the ${plural('tactic', tactics.length)} ${purpose}`
  }
  const shown = some(named, SHOWN.techniques, 'techniques')
  if (tactics.length === 0) return shown
  // Tags stand side by side: only where each tactic is one of the techniques' is it their purpose.
  const own = new Set(techniques.flatMap((each) => each.tactics.map(({ shortName }) => shortName)))
  return tactics.every(({ shortName }) => own.has(shortName))
    ? `${shown}, ${named.length === 1 ? 'a technique' : 'techniques'} for ${purpose}`
    : `${shown}, and the ${plural('tactic', tactics.length)} ${purpose}`
}

function nameOf({ currentId, name }: ResolvedTechnique): string {
  return name === null ? currentId : `${name} (${currentId})`
}

function some(names: readonly string[], most: number, plural: string): string {
  if (names.length <= most) return list(names, 'and')
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} further ${plural}`
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`
}
