import type { Prisma } from '@/prisma/generated/client'
import { inChunks } from './in-chunks'

/** A visible row, and the hash of the file that makes the same row today. */
export interface FreshHash {
  readonly id: number
  readonly contentHash: string
}

/**
 * Marks rows as made by the present toolchain from the present bytes, where that made what readers
 * see already. Not part of any version.
 */
export async function refreshRevisions(
  transaction: Prisma.TransactionClient,
  revisions: readonly FreshHash[],
  toolchainHash: string,
): Promise<void> {
  for (const rows of inChunks(revisions)) {
    const ids = rows.map(({ id }) => id)
    const hashes = rows.map(({ contentHash }) => contentHash)
    await transaction.$executeRaw`
      UPDATE rule SET toolchain_hash = ${toolchainHash}, content_hash = fresh.hash
      FROM unnest(${ids}::int[], ${hashes}::text[]) AS fresh(id, hash) WHERE rule.id = fresh.id`
  }
}

/** As `refreshRevisions`, for rejections. */
export async function refreshRejections(
  transaction: Prisma.TransactionClient,
  rejections: readonly FreshHash[],
  toolchainHash: string,
): Promise<void> {
  for (const rows of inChunks(rejections)) {
    const ids = rows.map(({ id }) => id)
    const hashes = rows.map(({ contentHash }) => contentHash)
    await transaction.$executeRaw`
      UPDATE rejection SET toolchain_hash = ${toolchainHash}, content_hash = fresh.hash
      FROM unnest(${ids}::int[], ${hashes}::text[]) AS fresh(id, hash) WHERE rejection.id = fresh.id`
  }
}
