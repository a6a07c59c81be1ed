import type { EnrichmentFacts, FalsePositiveGuidance } from './enrichment'

/** What a rule finds that is harmless, and what to do about it. */
export function guideFalsePositives({ document }: EnrichmentFacts): FalsePositiveGuidance {
  return {
    fromRule: document.falsepositives,
    excludedByRule: [],
    guidance: [
      { text: 'Look at what the rule finds before it may raise an alert.', origin: 'derived' },
    ],
  }
}
