import type { PrismaClient } from '@/prisma/generated/client'
import type { Listed, Page, RejectionView } from './import-views'
import { visibleAt } from './visible-at'

/** The files that an import of a source rejected, by path, each with what stays visible of it. */
export async function findRejections(
  db: PrismaClient,
  number: number,
  sourceName: string,
  { offset, limit }: Page,
): Promise<Listed<RejectionView>> {
  const where = { sourceName, ...visibleAt(number) }
  const [rows, total] = await Promise.all([
    db.rejection.findMany({
      where,
      orderBy: [{ path: 'asc' }, { id: 'asc' }],
      skip: offset,
      take: limit,
    }),
    db.rejection.count({ where }),
  ])
  const rules = await db.rule.findMany({
    where: { ...where, path: { in: rows.map(({ path }) => path) } },
    select: { path: true, sigmaId: true, title: true },
  })
  const kept = new Map(rules.map(({ path, sigmaId, title }) => [path, { id: sigmaId, title }]))
  return {
    rows: rows.map(({ path, line, column, code, message, validFrom }) => ({
      ...{ path, line, column, code, message },
      isNew: validFrom === number,
      kept: kept.get(path) ?? null,
    })),
    total,
  }
}
