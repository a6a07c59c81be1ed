import type { Prisma } from '@/prisma/generated/client'
import { inChunks } from './in-chunks'
import { OPEN } from './open-revision'
import { pruneRevisions } from './prune-revisions'

/** What one import changed, beside the rows that it stored. */
export interface Publication {
  readonly version: number
  readonly sourceName: string
  readonly startedAt: Date
  /** Revisions that end with this version: superseded or removed. */
  readonly endedRevisions: readonly number[]
  readonly endedRejections: readonly number[]
  readonly counts: {
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly removed: number
    readonly rejected: number
  }
}

/**
 * Shows a version to readers: ends what it replaces, switches the catalogue and drops what is too old
 * to be kept, in the transaction given. Until that commits, readers see the version before, whole.
 */
export async function publishVersion(
  transaction: Prisma.TransactionClient,
  publication: Publication,
): Promise<void> {
  const { version, sourceName, startedAt, endedRevisions, endedRejections, counts } = publication
  for (const ids of inChunks(endedRevisions)) {
    const where = { id: { in: ids }, validTo: OPEN }
    await transaction.rule.updateMany({ where, data: { validTo: version } })
  }
  for (const ids of inChunks(endedRejections)) {
    const where = { id: { in: ids }, validTo: OPEN }
    await transaction.rejection.updateMany({ where, data: { validTo: version } })
  }
  await transaction.catalogueVersion.create({
    data: { number: version, sourceName, startedAt, publishedAt: new Date(), ...counts },
  })
  await transaction.catalogue.upsert({
    where: { id: 1 },
    create: { publishedVersion: version },
    update: { publishedVersion: version },
  })
  await pruneRevisions(transaction, version)
}
