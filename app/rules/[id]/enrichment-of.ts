import type { RuleView } from '@/lib/catalogue/views'
import { bareEnrichment } from '@/lib/enrichment/bare-enrichment'
import type { Enrichment } from '@/lib/enrichment/enrichment'

const NOT_YET =
  'Nothing has been derived of this rule yet: run “npm run -s atlas -- enrich”, or import its source again.'

/** What is stored for a rule, or the rule's own words where that is nothing. */
export function enrichmentOf(rule: RuleView): Enrichment {
  return rule.enrichment ?? bareEnrichment(rule, NOT_YET)
}
