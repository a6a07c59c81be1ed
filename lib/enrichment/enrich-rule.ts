import { rateRule } from './confidence'
import { addCurated } from './curated/add-curated'
import type { CuratedEnrichment } from './curated/curated-enrichment'
import { describeDataSources } from './data-sources'
import type { Enrichment, EnrichmentFacts } from './enrichment'
import { guideFalsePositives } from './false-positives'
import { deriveHypothesis } from './hypothesis'
import { nameTags } from './named-tags'
import { describeReferences } from './references'

/**
 * Every section of the reference page that is not the rule itself or MITRE's text: derived from the
 * rule and its queries, and where a person wrote a section, that one's words. The same facts always
 * give the same enrichment.
 */
export function enrichRule(facts: EnrichmentFacts, curated: CuratedEnrichment | null): Enrichment {
  const derived: Enrichment = {
    hypothesis: deriveHypothesis(facts),
    dataSources: describeDataSources(facts),
    falsePositives: guideFalsePositives(facts),
    references: describeReferences(facts.document.references),
    confidence: rateRule(facts),
    tags: nameTags(facts),
  }
  return curated === null ? derived : addCurated(derived, curated)
}
