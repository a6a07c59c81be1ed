import type { DataSource, Enrichment, NamedTag, OriginText } from '../enrichment'
import type { CuratedEnrichment } from './curated-enrichment'

/**
 * Puts a person's words over what was derived: the hypothesis, the guidance and the confidence take
 * its place; notes and tags join it. The author's own list of false positives always stays.
 */
export function addCurated(derived: Enrichment, curated: CuratedEnrichment): Enrichment {
  const { falsePositives } = derived
  return {
    ...derived,
    hypothesis: curated.hypothesis === null ? derived.hypothesis : written(curated.hypothesis),
    dataSources: withNotes(derived.dataSources, curated.dataSources),
    falsePositives:
      curated.falsePositives.length === 0
        ? falsePositives
        : { ...falsePositives, guidance: curated.falsePositives.map(written) },
    confidence:
      curated.confidence === null
        ? derived.confidence
        : { ...curated.confidence, origin: 'curated' },
    tags: withTags(derived.tags, curated.tags),
  }
}

/** A note goes to every row of its table; one about no table that is there, to the first row. */
function withNotes(
  sources: readonly DataSource[],
  notes: CuratedEnrichment['dataSources'],
): readonly DataSource[] {
  const tables = new Set(sources.map(({ table }) => table))
  return sources.map((source, index) => {
    const about = notes.filter(({ table }) =>
      table !== null && tables.has(table) ? table === source.table : index === 0,
    )
    return { ...source, notes: [...about.map(({ text }) => written(text)), ...source.notes] }
  })
}

function withTags(
  derived: readonly NamedTag[],
  curated: CuratedEnrichment['tags'],
): readonly NamedTag[] {
  const named = new Set(curated.map(({ name }) => name.toLowerCase()))
  return [
    ...curated.map((tag): NamedTag => ({ ...tag, origin: 'curated', from: 'curated' })),
    ...derived.filter(({ name }) => !named.has(name.toLowerCase())),
  ]
}

function written(text: string): OriginText {
  return { text, origin: 'curated' }
}
