import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { ImportBatch, NewQuery, NewRule } from './new-rule'

/** Milliseconds that a busy database may take over one batch. */
const SLOWEST = 120_000

/**
 * Stores revisions that no reader sees yet: they appear when `batch.version` is published. A batch
 * is one transaction, so that a rule is never without its queries.
 */
export async function storeRules(
  db: PrismaClient,
  batch: ImportBatch,
  rules: readonly NewRule[],
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const stored = await tx.rule.createManyAndReturn({
        data: rules.map((rule) => toRow(batch, rule)),
        select: { id: true, sigmaId: true },
      })
      const idOf = new Map(stored.map(({ id, sigmaId }) => [sigmaId, id]))
      await tx.query.createMany({
        data: rules.flatMap(({ sigmaId, queries }) => {
          const ruleId = idOf.get(sigmaId)
          if (ruleId === undefined) throw new Error(`The database did not return rule ${sigmaId}.`)
          return queries.map((query) => toQueryRow(ruleId, query))
        }),
      })
    },
    { timeout: SLOWEST },
  )
}

function toRow(batch: ImportBatch, rule: NewRule): Prisma.RuleCreateManyInput {
  const { queries: _, ...columns } = rule
  return {
    ...columns,
    sourceName: batch.sourceName,
    toolchainHash: batch.toolchainHash,
    validFrom: batch.version,
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
