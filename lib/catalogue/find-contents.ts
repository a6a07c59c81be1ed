import type { PrismaClient } from '@/prisma/generated/client'

/** What of a revision is compared with the next one. */
export interface RevisionContent {
  readonly path: string
  readonly sigma: string
  readonly techniques: readonly string[]
  readonly tactics: readonly string[]
  readonly queries: readonly QueryContent[]
}

export interface QueryContent {
  readonly target: string
  readonly status: string
  readonly kql: string | null
  readonly tables: readonly string[]
  readonly columns: unknown
  readonly diagnostics: unknown
}

/** The contents of revisions, by their row's number. For a batch: all of it is held in memory. */
export async function findContents(
  db: PrismaClient,
  ids: readonly number[],
): Promise<ReadonlyMap<number, RevisionContent>> {
  const query = { target: true, status: true, kql: true, tables: true } as const
  const rows = await db.rule.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, path: true, sigma: true, techniques: true, tactics: true },
      queries: { select: { ...query, columns: true, diagnostics: true } },
    },
  })
  return new Map(rows.map(({ id, ...content }) => [id, content]))
}
