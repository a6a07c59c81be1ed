import type { PrismaClient } from '@/prisma/generated/client'
import { isRuleId } from './get-rule'
import { byTarget } from './target-state'
import type { RevisionTexts } from './views'

/** The Sigma text and the queries of all revisions that are kept of a rule, newest first. */
export async function findRevisionTexts(
  db: PrismaClient,
  version: number,
  sigmaId: string,
): Promise<readonly RevisionTexts[]> {
  if (!isRuleId(sigmaId)) return []
  const rows = await db.rule.findMany({
    where: { sigmaId, validFrom: { lte: version } },
    orderBy: { validFrom: 'desc' },
    select: {
      ...{ validFrom: true, sigma: true },
      queries: { select: { target: true, kql: true } },
    },
  })
  return rows.map(({ validFrom, sigma, queries }) => ({
    version: validFrom,
    sigma,
    queries: queries.sort(byTarget),
  }))
}
