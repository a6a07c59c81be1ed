import { hrefTo } from '@/app/feed-facets'
import type { Place, TechniqueFactsView } from '@/components/coverage/technique-facts'
import type { RuleGroup } from '@/components/coverage/technique-rules'
import { attackUrl } from '@/lib/attack/attack-url'
import { nameOf, projectTechnique } from '@/lib/attack/project-technique'
import type { Technique } from '@/lib/attack/release'
import { CURRENT_RELEASE, RELEASES, type Release } from '@/lib/attack/releases'
import { renamedIn } from '@/lib/attack/tagged-ids'
import type { TechniqueRules } from '@/lib/catalogue/coverage-views'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import { withFilter } from '@/lib/catalogue/toggle-filter'
import { techniqueHref } from '../technique-address'

/** A technique that a release has, or one that MITRE withdrew. */
export interface TechniquePlace {
  readonly id: string
  readonly name: string
  readonly release: Release
  /** Null where it was withdrawn. */
  readonly technique: Technique | null
}

export function placeOf(id: string, release: Release): TechniquePlace {
  const technique = release.techniques.get(id) ?? null
  return { id, release, technique, name: technique?.name ?? nameOf(id) ?? id }
}

export function drawFacts({ id, release, technique }: TechniquePlace): TechniqueFactsView {
  const parent = technique?.parent ? release.techniques.get(technique.parent) : undefined
  return {
    version: release.version,
    url: attackUrl(id),
    parent: parent === undefined ? null : toPlace(parent, release),
    tactics: release.tactics
      .filter(({ shortName }) => technique?.tactics.includes(shortName))
      .map((tactic) => ({
        id: tactic.id,
        name: tactic.name,
        href: hrefTo(EMPTY_QUERY, 'tactic', tactic.shortName, 'included'),
      })),
    platforms: technique?.platforms ?? [],
    history: technique === null ? [] : drawHistory(id, release),
  }
}

/** What the other releases call it, and which older ids are counted here. */
function drawHistory(id: string, release: Release): readonly string[] {
  const others = RELEASES.filter((each) => each !== release).flatMap(
    (each) => projectTechnique(id, each).reason ?? [],
  )
  const counted = [...renamedIn(release)].filter(([, meant]) => meant === id).map(([tag]) => tag)
  const names = counted.map((tag) => {
    const name = nameOf(tag)
    return name === null ? tag : `${tag} (${name})`
  })
  return counted.length === 0
    ? others
    : [...others, `Rules tagged ${names.join(', ')} are counted here too.`]
}

/** Sub-techniques of a technique; of a sub-technique, the others of its parent. */
export function relativesOf({ id, release, technique }: TechniquePlace): readonly Technique[] {
  const family = technique?.parent ?? id
  return [...release.techniques.values()]
    .filter((each) => each.parent === family && each.id !== id)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function toPlace({ id, name }: Technique, release: Release): Place {
  return { id, name, href: techniqueHref(id, release) }
}

const NO_RULES: TechniqueRules = { shown: [], total: 0 }

/** The rules of a technique itself, then of each of its sub-techniques. */
export function drawGroups(
  place: TechniquePlace,
  rules: ReadonlyMap<string, TechniqueRules>,
): readonly RuleGroup[] {
  const { id, name, release, technique } = place
  const subs = technique?.parent === null ? relativesOf(place) : []
  return [
    { id, name, href: null, rules: rules.get(id) ?? NO_RULES, feedHref: feedHref(id, release) },
    ...subs.map((sub) => ({
      ...toPlace(sub, release),
      rules: rules.get(sub.id) ?? NO_RULES,
      feedHref: feedHref(sub.id, release),
    })),
  ]
}

/**
 * The feed with the rules of a technique. It takes an id as the newest release that has it does: of
 * an older one, the sub-techniques that are something else by now are named beside it.
 */
export function feedHref(id: string, release: Release): string {
  const moved = [...release.techniques.values()].filter(
    (each) => each.parent === id && !CURRENT_RELEASE.techniques.has(each.id),
  )
  let query = EMPTY_QUERY
  for (const each of [id, ...moved.map((sub) => sub.id)]) {
    query = withFilter(query, 'technique', each, 'included')
  }
  return hrefTo(query, 'technique', id, 'included')
}
