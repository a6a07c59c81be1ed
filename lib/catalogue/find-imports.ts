import type { PrismaClient } from '@/prisma/generated/client'
import { publishedBy } from './published-by'
import type { ImportView } from './views'
import { visibleAt } from './visible-at'

const MOST_REJECTIONS = 500

/** The last import of every source, with what it rejected: each file, its line and the reason. */
export async function findImports(db: PrismaClient, version: number): Promise<ImportView[]> {
  const visible = visibleAt(version)
  const sources = await db.source.findMany({
    where: publishedBy(version),
    orderBy: { name: 'asc' },
    include: {
      versions: { where: { number: { lte: version } }, orderBy: { number: 'desc' }, take: 1 },
      rejections: {
        where: visible,
        orderBy: [{ path: 'asc' }, { id: 'asc' }],
        take: MOST_REJECTIONS,
      },
      _count: { select: { rules: { where: visible }, rejections: { where: visible } } },
    },
  })
  return sources.map((source) => {
    const last = source.versions[0]
    return {
      source: source.name,
      address: webAddress(source.origin),
      commit: source.commit,
      retrievedAt: source.retrievedAt.toISOString(),
      publishedAt: last?.publishedAt?.toISOString() ?? null,
      rules: source._count.rules,
      counts: last
        ? {
            created: last.created,
            updated: last.updated,
            unchanged: last.unchanged,
            removed: last.removed,
            rejected: last.rejected,
          }
        : null,
      rejections: source.rejections.map(({ path, line, column, code, message }) => ({
        path,
        line,
        column,
        code,
        message,
      })),
      rejectionCount: source._count.rejections,
    }
  })
}

/** Where a source was read from, if that is on the web: a server's own paths are nobody's business. */
function webAddress(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null
  const address = new URL(origin)
  address.username = ''
  address.password = ''
  return address.href
}
