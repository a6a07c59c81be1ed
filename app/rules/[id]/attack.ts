import { hrefTo } from '@/app/feed-facets'
import type { AttackObject, AttackTechnique } from '@/components/rule/attack-context'
import { attackUrl } from '@/lib/attack/attack-url'
import { ATTACK_VERSION } from '@/lib/attack/release'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { AttackContextView } from '@/lib/catalogue/attack-views'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import type { RuleView } from '@/lib/catalogue/views'

export interface RuleAttack {
  readonly version: string
  readonly techniques: readonly AttackTechnique[]
  readonly tactics: readonly { readonly name: string; readonly href: string }[]
  readonly objects: readonly AttackObject[]
  readonly loaded: { readonly release: string; readonly notice: string } | null
  readonly coverageHref: string
}

/** The techniques of a rule, by their ids in the current release. */
export function techniqueIdsOf(rule: RuleView): readonly string[] {
  return resolveAttackTags(rule.tags).techniques.map(({ currentId }) => currentId)
}

/** What ATT&CK says of a rule's tags: facts that ship with the product, and MITRE's words if loaded. */
export function describeAttack(rule: RuleView, context: AttackContextView): RuleAttack {
  const { release, notice } = context
  const texts = new Map(context.techniques.map((technique) => [technique.id, technique]))
  const tags = resolveAttackTags(rule.tags)
  const objects = [
    ...tags.groups.map((each) => ({ ...each, kind: 'group' })),
    ...tags.software.map((each) => ({ ...each, kind: 'software' })),
    ...tags.campaigns.map((each) => ({ ...each, kind: 'campaign' })),
  ]
  const first = tags.techniques.find(({ name }) => name !== null)
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
      coverageHref: technique.name === null ? null : `/coverage/${technique.currentId}`,
      context: texts.get(technique.currentId) ?? null,
    })),
    tactics: tags.tactics.map(({ name, shortName }) => ({
      name,
      href: hrefTo(EMPTY_QUERY, 'tactic', shortName, 'included'),
    })),
    objects: objects.map((each) => ({ ...each, url: attackUrl(each.id) })),
    loaded: release === null ? null : { release, notice: notice ?? '' },
    coverageHref: first === undefined ? '/coverage' : `/coverage/${first.currentId}`,
  }
}

/** The id under which the catalogue files the rule: the tagged one, or the current one. */
function feedId(rule: RuleView, technique: { id: string; currentId: string }): string {
  return rule.techniques.includes(technique.currentId) ? technique.currentId : technique.id
}
