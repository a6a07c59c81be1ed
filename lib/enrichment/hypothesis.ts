import type { EnrichmentFacts, OriginText } from './enrichment'

/** What a rule hunts, in two or three whole sentences. */
export function deriveHypothesis({ document }: EnrichmentFacts): OriginText {
  return { text: `The rule looks for “${document.title}”.`, origin: 'derived' }
}
