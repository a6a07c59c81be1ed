import type { CatalogueVersion, PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import type { ImportSummary, Page } from './import-views'

/** Imports of all sources, newest first. Those of a source that was removed went with it. */
export async function findImportLog(
  db: PrismaClient,
  version: number,
  { offset, limit }: Page,
): Promise<readonly ImportSummary[]> {
  const where = { number: { lte: version } }
  const orderBy = { number: 'desc' } as const
  const rows = await db.catalogueVersion.findMany({ where, orderBy, skip: offset, take: limit })
  return rows.map(toSummary)
}

/** How many there are. */
export function countImports(db: PrismaClient, version: number): Promise<number> {
  return db.catalogueVersion.count({ where: { number: { lte: version } } })
}

/** One of them, or null where there is none that readers of the version could have seen. */
export async function getImport(
  db: PrismaClient,
  version: number,
  number: number,
): Promise<ImportSummary | null> {
  if (number > version) return null
  const row = await db.catalogueVersion.findUnique({ where: { number } })
  return row && toSummary(row)
}

/** Whether an address that ends in this text is one of an import that readers see now. */
export async function hasImport(db: PrismaClient, text: string): Promise<boolean> {
  const number = readImportNumber(text)
  return number !== null && (await getImport(db, await currentVersion(db), number)) !== null
}

/** A version's number, as its address has it: no zero in front, no sign. Null for anything else. */
export function readImportNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

function toSummary(row: CatalogueVersion): ImportSummary {
  const { created, updated, unchanged, removed, rejected } = row
  return {
    version: row.number,
    source: row.sourceName,
    at: row.publishedAt?.toISOString() ?? null,
    kind: row.kind === 'removal' ? 'removal' : 'import',
    counts: { created, updated, unchanged, removed, rejected },
  }
}
