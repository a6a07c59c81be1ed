import { findKnownName } from '@/lib/attack/named-objects'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { EnrichmentFacts, NamedTag } from './enrichment'
import { findBehaviours } from './names/find-behaviours'
import { findNames } from './names/find-names'

const CVE = /\bCVE[-_](\d{4})[-_](\d{4,7})\b/gi

/**
 * Malware, tools, groups, campaigns and vulnerabilities that a rule names, each once, with the first
 * place that says so: its tags, which are the author's word, then title, description and references,
 * where the reading is ours.
 */
export function nameTags({ document }: EnrichmentFacts): readonly NamedTag[] {
  const found = new Map<string, NamedTag>()
  const add = (tag: NamedTag) => {
    const key = tag.name.toLowerCase()
    if (!found.has(key)) found.set(key, tag)
  }

  for (const tag of taggedNames(document.tags)) add(tag)
  const texts = [
    ['title', document.title],
    ['description', document.description ?? ''],
  ] as const
  for (const [from, text] of texts) {
    for (const { name, kind } of findNames(text)) add({ name, kind, origin: 'derived', from })
    for (const name of findBehaviours(text)) {
      add({ name, kind: 'behaviour', origin: 'derived', from })
    }
  }
  for (const [from, text] of [...texts, ['references', document.references.join('\n')] as const]) {
    for (const [, year, number] of text.matchAll(CVE)) {
      add({ name: `CVE-${year}-${number}`, kind: 'cve', origin: 'derived', from })
    }
  }
  return [...found.values()]
}

function taggedNames(tags: readonly string[]): readonly NamedTag[] {
  const { software, groups, campaigns, cves } = resolveAttackTags(tags)
  const said = { origin: 'rule', from: 'tags' } as const
  return [
    ...[...software, ...groups, ...campaigns].flatMap(({ id }): NamedTag[] => {
      const known = findKnownName(id)
      return known === null ? [] : [{ name: known.name, kind: known.kind, ...said }]
    }),
    ...cves.map((name): NamedTag => ({ name, kind: 'cve', ...said })),
  ]
}
