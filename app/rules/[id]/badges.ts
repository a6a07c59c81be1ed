import { hrefTo } from '@/app/feed-facets'
import type { Badge } from '@/components/rule/rule-header'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import { resolveTechnique } from '@/lib/attack/resolve-technique'
import { EMPTY_QUERY, type FilterName } from '@/lib/catalogue/feed-query'
import type { RuleView } from '@/lib/catalogue/views'
import type { NamedTag } from '@/lib/enrichment/enrichment'

/** The badges under a rule's title: before its level, and after it. */
export function badgesOf(
  rule: RuleView,
  namedTags: readonly NamedTag[],
): { before: Badge[]; after: Badge[]; levelHref: string } {
  const tags = resolveAttackTags(rule.tags)
  const known = new Set(namedTags.map(({ name }) => name.toLowerCase()))
  const named = [...tags.software, ...tags.groups, ...tags.campaigns].filter(
    ({ id, name }) => !known.has((name ?? id).toLowerCase()),
  )
  const cves = tags.cves.filter((cve) => !known.has(cve.toLowerCase()))
  return {
    before: [{ text: rule.kind === 'rule' ? 'sigma' : `sigma ${rule.kind}` }],
    levelHref: link('level', rule.level ?? 'none'),
    after: [
      { text: rule.source.name, href: link('source', rule.source.name) },
      ...(rule.status === null ? [] : [{ text: rule.status, href: link('status', rule.status) }]),
      ...rule.techniques.map((id) => ({
        text: id,
        title: resolveTechnique(id).name ?? 'not a technique of this ATT&CK release',
        href: link('technique', id),
        isCode: true,
      })),
      ...rule.tables.map((table) => ({ text: table, href: link('table', table), isCode: true })),
      ...namedTags.map(({ name, kind, from }) => ({
        text: name,
        title: `${kind}, from: ${from}`,
        href: link('tag', name.toLowerCase()),
        isCode: kind === 'cve',
      })),
      ...named.map(({ id, name }) => ({
        text: name ?? id,
        title: id,
        href: link('tag', `attack.${id.toLowerCase()}`),
      })),
      ...cves.map((cve) => ({
        text: cve,
        href: link('tag', cve.toLowerCase().replace('-', '.')),
        isCode: true,
      })),
      ...tags.detections.map((text) => ({ text, href: link('tag', `detection.${text}`) })),
      ...[...tags.other, ...tags.unknown].map((text) => ({
        text,
        href: link('tag', text.toLowerCase()),
      })),
    ],
  }
}

function link(name: FilterName, value: string): string {
  return hrefTo(EMPTY_QUERY, name, value, 'included')
}
