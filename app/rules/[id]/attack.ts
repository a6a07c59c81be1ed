import { hrefTo } from '@/app/feed-facets'
import type { AttackObject, AttackTechnique } from '@/components/rule/attack-context'
import { attackUrl } from '@/lib/attack/attack-url'
import { ATTACK_VERSION } from '@/lib/attack/release'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import type { RuleView } from '@/lib/catalogue/views'

export interface RuleAttack {
  readonly version: string
  readonly techniques: readonly AttackTechnique[]
  readonly tactics: readonly { readonly name: string; readonly href: string }[]
  readonly objects: readonly AttackObject[]
  readonly coverageHref: string
}

/** What ATT&CK says of a rule's tags. */
export function describeAttack(rule: RuleView): RuleAttack {
  const tags = resolveAttackTags(rule.tags)
  const objects = [
    ...tags.groups.map((each) => ({ ...each, kind: 'group' })),
    ...tags.software.map((each) => ({ ...each, kind: 'software' })),
    ...tags.campaigns.map((each) => ({ ...each, kind: 'campaign' })),
  ]
  const firstTactic = tags.techniques[0]?.tactics[0] ?? tags.tactics[0]
  return {
    version: ATTACK_VERSION,
    techniques: tags.techniques.map((technique) => ({
      id: technique.currentId,
      name: technique.name,
      url: technique.name === null ? null : attackUrl(technique.currentId),
      tactics: technique.tactics.map(({ name }) => name),
      platforms: technique.platforms,
      note: technique.reason,
      feedHref: hrefTo(EMPTY_QUERY, 'technique', feedId(rule, technique), 'included'),
    })),
    tactics: tags.tactics.map(({ name, shortName }) => ({
      name,
      href: hrefTo(EMPTY_QUERY, 'tactic', shortName, 'included'),
    })),
    objects: objects.map((each) => ({ ...each, url: attackUrl(each.id) })),
    coverageHref: firstTactic === undefined ? '/coverage' : `/coverage#${firstTactic.id}`,
  }
}

/** The id under which the catalogue files the rule: the tagged one, or the current one. */
function feedId(rule: RuleView, technique: { id: string; currentId: string }): string {
  return rule.techniques.includes(technique.currentId) ? technique.currentId : technique.id
}
