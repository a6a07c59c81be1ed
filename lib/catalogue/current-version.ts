import type { PrismaClient } from '@/prisma/generated/client'

/**
 * The catalogue version that readers see; 0 before the first import. Read it once per request and
 * hand it to every other read, so that one page never mixes two versions.
 */
export async function currentVersion(db: PrismaClient): Promise<number> {
  const catalogue = await db.catalogue.findUnique({ where: { id: 1 } })
  return catalogue?.publishedVersion ?? 0
}
