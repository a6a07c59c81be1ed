import { deriveConfidence } from './confidence'
import type { CuratedEnrichment } from './curated/curated-enrichment'
import type {
  DataSource,
  Enrichment,
  EnrichmentFacts,
  FalsePositiveGuidance,
  NamedTag,
} from './enrichment'
import { guideFalsePositives } from './false-positives'
import { deriveHypothesis } from './hypothesis'
import { nameTags } from './named-tags'
import { describeReferences } from './references'

/** Every section of the reference page that is not the rule itself or MITRE's text. */
export function enrichRule(facts: EnrichmentFacts, curated: CuratedEnrichment | null): Enrichment {
  const { document, queries } = facts
  return {
    hypothesis:
      typeof curated?.hypothesis === 'string'
        ? { text: curated.hypothesis, origin: 'curated' }
        : deriveHypothesis(facts),
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
    falsePositives: withCurated(guideFalsePositives(facts), curated),
    references: describeReferences(document.references),
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
    tags: [
      ...(curated?.tags ?? []).map(
        (tag): NamedTag => ({ ...tag, origin: 'curated', from: 'curated' }),
      ),
      ...nameTags(facts),
    ],
  }
}

function withCurated(
  derived: FalsePositiveGuidance,
  curated: CuratedEnrichment | null,
): FalsePositiveGuidance {
  const guidance = curated?.falsePositives ?? []
  if (guidance.length === 0) return derived
  return { ...derived, guidance: guidance.map((text) => ({ text, origin: 'curated' })) }
}
