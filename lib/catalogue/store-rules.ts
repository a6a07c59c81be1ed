import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { ComparedRule, ImportBatch, NewQuery } from './new-rule'
import { toEnrichmentRow } from './store-enrichments'

/** Milliseconds that a busy database may take over one batch. */
const SLOWEST = 120_000

/**
 * Stores revisions that no reader sees yet: they appear when `batch.version` is published. A batch
 * is one transaction, so that a rule is never without its queries and its enrichment.
 */
export async function storeRules(
  db: PrismaClient,
  batch: ImportBatch,
  rules: readonly ComparedRule[],
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const stored = await tx.rule.createManyAndReturn({
        data: rules.map((rule) => toRow(batch, rule)),
        select: { id: true, sigmaId: true },
      })
      const idOf = new Map(stored.map(({ id, sigmaId }) => [sigmaId, id]))
      const numbered = rules.map((rule) => {
        const ruleId = idOf.get(rule.sigmaId)
        if (ruleId !== undefined) return { ...rule, ruleId }
        throw new Error(`The database did not return rule ${rule.sigmaId}.`)
      })
      await tx.query.createMany({
        data: numbered.flatMap(({ ruleId, queries }) =>
          queries.map((query) => toQueryRow(ruleId, query)),
        ),
      })
      await tx.enrichment.createMany({
        data: numbered.map(({ ruleId, enrichment }) => toEnrichmentRow(ruleId, enrichment)),
      })
    },
    { timeout: SLOWEST },
  )
}

function toRow(batch: ImportBatch, rule: ComparedRule): Prisma.RuleCreateManyInput {
  const { queries: _, enrichment: __, ...columns } = rule
  return {
    ...columns,
    sourceName: batch.sourceName,
    toolchainHash: batch.toolchainHash,
    validFrom: batch.version,
    changes: [...rule.changes],
    tags: [...rule.tags],
    techniques: [...rule.techniques],
    tactics: [...rule.tactics],
    tables: [...rule.tables],
    references: [...rule.references],
    falsePositives: [...rule.falsePositives],
    related: rule.related.map((each) => ({ ...each })),
  }
}

function toQueryRow(ruleId: number, query: NewQuery): Prisma.QueryCreateManyInput {
  const diagnostics = JSON.parse(JSON.stringify(query.diagnostics)) as Prisma.InputJsonArray
  const columns = JSON.parse(JSON.stringify(query.columns)) as Prisma.InputJsonObject
  return { ...query, ruleId, tables: [...query.tables], columns, diagnostics }
}
