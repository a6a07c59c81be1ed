import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { AttackContextView } from '@/lib/catalogue/attack-views'
import type { RelatedRule, RevisionView, RuleView } from '@/lib/catalogue/views'
import type { Enrichment } from '@/lib/enrichment/enrichment'
import { attackJson } from './attack-json'
import { queryJson } from './query-json'

/** All that the JSON form of one rule is made of. */
export interface RuleParts {
  readonly rule: RuleView
  readonly enrichment: Enrichment
  readonly attack: AttackContextView
  readonly related: readonly RelatedRule[]
  readonly versions: readonly RevisionView[]
}

/**
 * The value of `/rules/<id>.json`. A text is either `{ text, origin }`, or stands in an object whose
 * `origin` holds for all in it that has none of its own; the rule's head, its Sigma and its tags are
 * the author's. Addresses are as the rule gives them: not every one is safe to open.
 */
export function ruleJson({ rule, enrichment, attack, related, versions }: RuleParts) {
  const { hypothesis, dataSources, falsePositives, references, confidence, tags } = enrichment
  const { name, url, path, commit, retrievedAt } = rule.source
  const techniques = attackJson(resolveAttackTags(rule.tags), attack)
  const fromRule = (text: string) => ({ text, origin: 'rule' as const })
  return {
    id: rule.id,
    kind: rule.kind,
    title: rule.title,
    description: rule.description,
    level: rule.level,
    status: rule.status,
    author: rule.author,
    licence: rule.licence,
    licenceUrl: rule.licenceUrl,
    date: rule.date,
    modified: rule.modified,
    tags: rule.tags,
    namedTags: tags,
    removed: rule.removed,
    rejected: rule.rejected,
    logsource: rule.logsource,
    source: { name, url, path, commit, retrievedAt },
    sigma: rule.sigma,
    hypothesis,
    queries: rule.queries.map(queryJson),
    dataSources,
    falsePositives: {
      fromRule: falsePositives.fromRule.map(fromRule),
      excludedByRule: falsePositives.excludedByRule.map((text) => ({
        text,
        origin: 'derived' as const,
      })),
      guidance: falsePositives.guidance,
    },
    attack: techniques,
    // MITRE's terms ask that this goes wherever its words go.
    attackNotice: techniques.some(({ description }) => description !== undefined)
      ? attack.notice
      : null,
    references,
    confidence,
    related,
    versions: versions.map(({ version, at, event, changes, source, title, removed: gone }) => ({
      ...{ version, at, event, changes, source, title, removed: gone },
    })),
  }
}
