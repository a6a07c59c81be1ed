import type { Prisma } from '@/prisma/generated/client'
import type { ImportBatch, NewRejection } from './new-rule'

/** Stores rejections that no reader sees until `batch.version` is published. */
export async function storeRejections(
  db: Prisma.TransactionClient,
  batch: ImportBatch,
  rejections: readonly NewRejection[],
): Promise<void> {
  await db.rejection.createMany({
    data: rejections.map(({ path, contentHash, diagnostic }) => ({
      sourceName: batch.sourceName,
      toolchainHash: batch.toolchainHash,
      validFrom: batch.version,
      path,
      contentHash,
      code: diagnostic.code,
      message: diagnostic.message,
      line: diagnostic.location?.line ?? null,
      column: diagnostic.location?.column ?? null,
    })),
  })
}
