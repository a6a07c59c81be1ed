import { rateRule } from './confidence'
import { addCurated } from './curated/add-curated'
import type { CuratedEnrichment } from './curated/curated-enrichment'
import { detectionDigest } from './curated/detection-digest'
import { describeDataSources } from './data-sources'
import type { Enrichment, EnrichmentFacts } from './enrichment'
import { guideFalsePositives } from './false-positives'
import { deriveHypothesis } from './hypothesis'
import { nameTags } from './named-tags'
import { describeReferences } from './references'

/**
 * Every section of the reference page that is not the rule itself or MITRE's text: derived from the
 * rule and its queries, and where a person wrote a section, that one's words. The same facts always
 * give the same enrichment. Words that were written for another detection are not shown.
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
  return curated === null || isOutdated(curated, facts) ? derived : addCurated(derived, curated)
}

/** The rule no longer detects what the writer read: nobody has looked whether the words still hold. */
function isOutdated({ writtenFor }: CuratedEnrichment, facts: EnrichmentFacts): boolean {
  return writtenFor !== null && writtenFor !== detectionDigest(facts)
}
