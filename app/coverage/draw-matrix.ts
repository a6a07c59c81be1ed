import { hrefTo } from '@/app/feed-facets'
import type { CoverageCell, CoverageColumn, CoverageRow } from '@/components/coverage/coverage-map'
import { HEAT_STEPS } from '@/components/coverage/heat'
import { matrixOf } from '@/lib/attack/matrix'
import type { Technique } from '@/lib/attack/release'
import type { Coverage } from '@/lib/catalogue/coverage-views'
import { EMPTY_QUERY, type FeedQuery } from '@/lib/catalogue/feed-query'
import { withFilter } from '@/lib/catalogue/toggle-filter'
import type { CoverageQuery } from './coverage-query'
import { techniqueHref } from './technique-address'

/** The columns of the map, with the techniques of the platforms that were asked for. */
export function drawMatrix(coverage: Coverage, query: CoverageQuery): readonly CoverageColumn[] {
  const feed = feedOf(query)
  return matrixOf(query.release).map((tactic) => {
    const techniques = tactic.techniques.flatMap((technique) => {
      const subTechniques = technique.subTechniques.filter((each) => isShown(each, query))
      if (subTechniques.length === 0 && !isShown(technique, query)) return []
      return {
        ...drawCell(technique, coverage, query),
        isMember: technique.isMember && isShown(technique, query),
        subTechniques: subTechniques.map((each) => drawCell(each, coverage, query)),
      }
    })
    const members = techniques.flatMap((each) => [
      ...(each.isMember ? [each] : []),
      ...each.subTechniques,
    ])
    return {
      id: tactic.id,
      name: tactic.name,
      href: hrefTo(feed, 'tactic', tactic.shortName, 'included'),
      rules: coverage.tactics.get(tactic.shortName) ?? 0,
      named: members.filter(({ rules }) => rules > 0).length,
      known: members.length,
      techniques,
    }
  })
}

/** The same map as rows, each technique once. */
export function drawRows(coverage: Coverage, query: CoverageQuery): readonly CoverageRow[] {
  const { tactics, techniques } = query.release
  return [...techniques.values()]
    .filter((technique) => isShown(technique, query))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((technique) => ({
      ...drawCell(technique, coverage, query),
      isSub: technique.parent !== null,
      own: coverage.techniques.get(technique.id) ?? 0,
      tactics: tactics
        .filter(({ shortName }) => technique.tactics.includes(shortName))
        .map(({ name }) => name),
      platforms: technique.platforms,
    }))
}

function isShown({ platforms }: Technique, query: CoverageQuery): boolean {
  return query.platform.length === 0 || query.platform.some((each) => platforms.includes(each))
}

function drawCell(technique: Technique, coverage: Coverage, query: CoverageQuery): CoverageCell {
  const { id, name, parent } = technique
  const rules = (parent === null ? coverage.families : coverage.techniques).get(id) ?? 0
  const heat = HEAT_STEPS.filter((least) => rules >= least).length
  return { id, name, href: techniqueHref(id, query.release), rules, heat }
}

/** The feed with the map's own filters, so that it shows what the map counts. */
export function feedOf(query: CoverageQuery): FeedQuery {
  let feed = EMPTY_QUERY
  for (const name of ['target', 'level'] as const) {
    for (const value of query[name]) feed = withFilter(feed, name, value, 'included')
  }
  return feed
}
