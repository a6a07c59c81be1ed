import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { NewEnrichment } from './new-enrichment'

/** The columns of an enrichment; names of tags in lower case are what the feed filters by. */
export function toEnrichmentRow(
  ruleId: number,
  enrichment: NewEnrichment,
): Prisma.EnrichmentCreateManyInput {
  const { inputsHash, hypothesis, dataSources, falsePositives, references, confidence, tags } =
    enrichment
  return {
    ruleId,
    inputsHash,
    hypothesis: toJson(hypothesis),
    dataSources: toJson(dataSources),
    falsePositives: toJson(falsePositives),
    references: toJson(references),
    confidence: toJson(confidence),
    tags: toJson(tags),
    tagNames: [...new Set(tags.map(({ name }) => name.toLowerCase()))],
  }
}

/**
 * Puts enrichments in the place of those that the revisions had, in one transaction. A revision that
 * is gone meanwhile is left out; whoever else enriches the same ones waits.
 *
 * @returns how many were stored
 */
export async function storeEnrichments(
  db: PrismaClient,
  enrichments: ReadonlyMap<number, NewEnrichment>,
): Promise<number> {
  const ids = [...enrichments.keys()]
  return db.$transaction(async (tx) => {
    const there = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM rule WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`
    const rows = there.flatMap(({ id }) => {
      const enrichment = enrichments.get(id)
      return enrichment === undefined ? [] : toEnrichmentRow(id, enrichment)
    })
    await tx.enrichment.deleteMany({ where: { ruleId: { in: rows.map(({ ruleId }) => ruleId) } } })
    await tx.enrichment.createMany({ data: rows })
    return rows.length
  })
}

function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
}
