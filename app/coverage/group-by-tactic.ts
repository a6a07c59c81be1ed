import { hrefTo } from '@/app/feed-facets'
import type { CoveredTactic, CoveredTechnique } from '@/components/coverage/tactic-list'
import { TACTICS, TECHNIQUES } from '@/lib/attack/release'
import { type ResolvedTechnique, resolveTechnique } from '@/lib/attack/resolve-technique'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import type { CoverageCount } from '@/lib/catalogue/views'

/**
 * Counted techniques under the tactics that ATT&CK gives them, in the order of the matrix. Ids
 * that no release has come last, under a heading of their own: nothing that was counted is lost.
 */
export function groupByTactic(
  techniques: readonly CoverageCount[],
  tactics: readonly CoverageCount[],
): readonly CoveredTactic[] {
  const ruleCounts = new Map(tactics.map(({ id, rules }) => [id, rules]))
  const resolved = techniques.map((count) => ({ ...count, is: resolveTechnique(count.id) }))
  const known = TACTICS.map((tactic) => {
    const members = resolved.filter(({ is }) =>
      is.tactics.some(({ shortName }) => shortName === tactic.shortName),
    )
    const current = members.filter(({ is }) => is.state === 'current')
    return {
      id: tactic.id,
      name: tactic.name,
      href: hrefTo(EMPTY_QUERY, 'tactic', tactic.shortName, 'included'),
      rules: ruleCounts.get(tactic.shortName) ?? 0,
      covered: current.length,
      known: TECHNIQUES.filter(({ tactics: names }) => names.includes(tactic.shortName)).length,
      techniques: members.map(toRow),
    }
  })
  const others = resolved.filter(({ is }) => is.tactics.length === 0)
  if (others.length === 0) return known
  const rest = {
    id: 'unknown',
    name: 'Not in this release',
    href: '/',
    rules: others.reduce((sum, { rules }) => sum + rules, 0),
    covered: 0,
    known: 0,
    techniques: others.map(toRow),
  }
  return [...known, rest]
}

function toRow({ id, rules, is }: CoverageCount & { is: ResolvedTechnique }): CoveredTechnique {
  return {
    id,
    name: is.name ?? 'unknown id',
    href: hrefTo(EMPTY_QUERY, 'technique', id, 'included'),
    rules,
    isSub: id.includes('.'),
    note:
      is.state === 'replaced'
        ? `now ${is.currentId}`
        : is.state === 'withdrawn'
          ? 'withdrawn'
          : null,
  }
}
