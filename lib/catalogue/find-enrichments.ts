import type { Enrichment } from '@/lib/enrichment/enrichment'
import type { Database } from './database'
import { readEnrichment } from './read-enrichment'
import { visibleAt } from './visible-at'

/** A rule's enrichment, with what is needed to judge it. */
export interface StoredEnrichment {
  /** The rule's UUID. */
  readonly id: string
  /** As the rule gives them. */
  readonly references: readonly string[]
  /** Null where none is stored, or one of another shape. */
  readonly enrichment: Enrichment | null
}

const BATCH = 500

/** Every rule of a catalogue version with its enrichment, a batch at a time. */
export async function* findEnrichments(
  db: Database,
  version: number,
): AsyncGenerator<readonly StoredEnrichment[]> {
  let after = 0
  for (;;) {
    const rows = await db.rule.findMany({
      where: { ...visibleAt(version), id: { gt: after } },
      select: { id: true, sigmaId: true, references: true, enrichment: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map(({ sigmaId, references, enrichment }) => ({
      id: sigmaId,
      references,
      enrichment: readEnrichment(enrichment),
    }))
  }
}
