import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'

/**
 * Deletes what an import left behind that was killed before it published: rows of a version above
 * the published one, and sources that never published anything. Only for the holder of the import
 * lock: the same rows belong to an import under way.
 */
export async function clearUnpublished(db: PrismaClient): Promise<void> {
  const unpublished = { validFrom: { gt: await currentVersion(db) } }
  await db.rule.deleteMany({ where: unpublished })
  await db.rejection.deleteMany({ where: unpublished })
  await db.source.deleteMany({ where: { versions: { none: {} } } })
}
