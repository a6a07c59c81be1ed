import type { Enrichment } from './enrichment'

/** The rule's own words. */
export interface RuleWords {
  readonly description: string | null
  readonly references: readonly string[]
  readonly falsePositives: readonly string[]
}

/**
 * What stands in every section of a rule of which nothing was derived: the rule's own words, and why
 * there are no others.
 *
 * @param reason a whole sentence
 */
export function bareEnrichment(rule: RuleWords, reason: string): Enrichment {
  const description = rule.description?.trim() ?? ''
  return {
    hypothesis:
      description === ''
        ? { text: reason, origin: 'derived' }
        : { text: description, origin: 'rule' },
    dataSources: [],
    falsePositives: {
      fromRule: rule.falsePositives,
      excludedByRule: [],
      guidance: [{ text: reason, origin: 'derived' }],
    },
    references: rule.references.map((url) => ({ url, kind: 'other', origin: 'rule' })),
    confidence: { value: 'low', reasons: [reason], origin: 'derived' },
    tags: [],
  }
}
