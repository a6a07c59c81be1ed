import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { EnrichmentFacts, NamedTag } from './enrichment'

/** Malware, tools, groups, campaigns and vulnerabilities that a rule names. */
export function nameTags({ document }: EnrichmentFacts): readonly NamedTag[] {
  return resolveAttackTags(document.tags).cves.map((name) => ({
    name,
    kind: 'cve',
    origin: 'rule',
    from: 'tags',
  }))
}
