import type { PrismaClient } from '@/prisma/generated/client'

/** The newest release of ATT&CK that was loaded, or null. */
export async function newestAttackRelease(
  db: PrismaClient,
): Promise<{ readonly version: string; readonly notice: string } | null> {
  const releases = await db.attackRelease.findMany({ select: { version: true, notice: true } })
  const byVersion = new Intl.Collator('en', { numeric: true })
  return releases.sort((a, b) => byVersion.compare(b.version, a.version))[0] ?? null
}
