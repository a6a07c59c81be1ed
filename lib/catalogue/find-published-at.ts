import type { PrismaClient } from '@/prisma/generated/client'

/**
 * When versions were shown to readers, ISO 8601, UTC. Those of a source that was removed since are
 * not known any more.
 */
export async function findPublishedAt(
  db: PrismaClient,
  versions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.catalogueVersion.findMany({
    where: { number: { in: [...new Set(versions)] } },
    select: { number: true, publishedAt: true },
  })
  return new Map(
    rows.flatMap(({ number, publishedAt }) =>
      publishedAt === null ? [] : [[number, publishedAt.toISOString()] as const],
    ),
  )
}
