import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { StoredSource } from './find-source-state'

/** Makes sure that a source exists, so that rows can belong to it. Changes nothing of one that does. */
export async function ensureSource(
  db: PrismaClient,
  name: string,
  facts: StoredSource,
): Promise<void> {
  const columns = { ...toColumns(facts), retrievedAt: new Date() }
  await db.source.upsert({ where: { name }, create: { name, ...columns }, update: {} })
}

/** Writes the facts of a source anew; `retrievedAt` only where its files were different ones. */
export async function updateSource(
  transaction: Prisma.TransactionClient,
  name: string,
  facts: StoredSource,
  retrievedAt: Date | null,
): Promise<void> {
  await transaction.source.update({
    where: { name },
    data: { ...toColumns(facts), ...(retrievedAt === null ? {} : { retrievedAt }) },
  })
}

/** Exactly the columns: what is handed in may have more. */
function toColumns({ origin, webUrl, licence, licenceUrl, commit }: StoredSource): StoredSource {
  return { origin, webUrl, licence, licenceUrl, commit }
}
