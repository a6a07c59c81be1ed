import { deriveConfidence } from './confidence'
import type { CuratedEnrichment } from './curated/curated-enrichment'
import type { DataSource, Enrichment, EnrichmentFacts } from './enrichment'
import { deriveHypothesis } from './hypothesis'

/** Every section of the reference page that is not the rule itself or MITRE's text. */
export function enrichRule(facts: EnrichmentFacts, curated: CuratedEnrichment | null): Enrichment {
  const { document, queries } = facts
  const logsource = document.kind === 'correlation' ? {} : document.logsource
  return {
    hypothesis:
      typeof curated?.hypothesis === 'string'
        ? { text: curated.hypothesis, origin: 'curated' }
        : {
            text: deriveHypothesis({
              product: logsource.product ?? null,
              category: logsource.category ?? null,
              service: logsource.service ?? null,
              techniques: [],
              tactics: [],
            }),
            origin: 'derived',
          },
    dataSources: queries.flatMap(({ target, tables, columns }) =>
      tables.map(
        (table): DataSource => ({
          target,
          table,
          role: 'queried',
          connector: null,
          columns: (columns as Readonly<Record<string, readonly string[]>>)[table] ?? [],
          switchOn: [],
          notes: [],
          origin: 'derived',
        }),
      ),
    ),
    falsePositives: {
      fromRule: document.falsepositives,
      excludedByRule: [],
      guidance: (curated?.falsePositives ?? []).map((text) => ({ text, origin: 'curated' })),
    },
    references: document.references.map((url) => ({ url, kind: 'other', origin: 'rule' })),
    confidence: {
      ...deriveConfidence({
        status: document.status,
        targets: queries.map(({ status, diagnostics }) => ({
          state:
            status === 'refused'
              ? 'refused'
              : diagnostics.some(({ effect }) => effect !== undefined)
                ? 'with-loss'
                : 'compiled',
        })),
      }),
      origin: 'derived',
    },
    tags: (curated?.tags ?? []).map((tag) => ({ ...tag, origin: 'curated', from: 'curated' })),
  }
}
