import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { visibleAt } from './visible-at'

/** A revision that readers see, and what its enrichment was made from. */
export interface EnrichmentState {
  readonly id: number
  readonly sigmaId: string
  readonly shownHash: string
  /** Null where there is no enrichment. */
  readonly inputsHash: string | null
}

/**
 * Every revision that readers see now, by its number.
 *
 * @param sourceName of one source only; null for all
 */
export async function findEnrichmentState(
  db: PrismaClient,
  sourceName: string | null,
): Promise<readonly EnrichmentState[]> {
  const rows = await db.rule.findMany({
    where: {
      ...visibleAt(await currentVersion(db)),
      ...(sourceName === null ? {} : { sourceName }),
    },
    select: {
      id: true,
      sigmaId: true,
      shownHash: true,
      enrichment: { select: { inputsHash: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ enrichment, ...row }) => ({
    ...row,
    inputsHash: enrichment?.inputsHash ?? null,
  }))
}
