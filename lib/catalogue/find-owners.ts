import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { inChunks } from './in-chunks'
import { visibleAt } from './visible-at'

/** Which of these rule ids readers see from another source than this one: id to that source's name. */
export async function findOwners(
  db: PrismaClient,
  sourceName: string,
  sigmaIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const version = await currentVersion(db)
  const owners = new Map<string, string>()
  for (const ids of inChunks(sigmaIds)) {
    const rows = await db.rule.findMany({
      where: {
        sigmaId: { in: ids },
        sourceName: { not: sourceName },
        ...visibleAt(version),
      },
      select: { sigmaId: true, sourceName: true },
    })
    for (const row of rows) owners.set(row.sigmaId, row.sourceName)
  }
  return owners
}
