import type { PrismaClient } from '@/prisma/generated/client'
import { publishedBy } from './published-by'
import { visibleAt } from './visible-at'
import { webAddress } from './web-address'

/** One source, as whoever runs the catalogue is shown it. */
export interface SourceRow {
  readonly name: string
  /** A path of the server, or an address without its secrets. */
  readonly origin: string
  /** The same for everybody: null where it is not on the web. */
  readonly address: string | null
  readonly rules: number
  readonly rejected: number
  readonly commit: string | null
  /** When the files that are shown were read, ISO 8601, UTC. */
  readonly retrievedAt: string
  readonly lastImport: { readonly version: number; readonly at: string | null } | null
}

/** All sources that readers of a version see something of, by name. */
export async function findSources(
  db: PrismaClient,
  version: number,
): Promise<readonly SourceRow[]> {
  const visible = visibleAt(version)
  const sources = await db.source.findMany({
    where: publishedBy(version),
    orderBy: { name: 'asc' },
    include: {
      versions: { where: { number: { lte: version } }, orderBy: { number: 'desc' }, take: 1 },
      _count: { select: { rules: { where: visible }, rejections: { where: visible } } },
    },
  })
  return sources.map(({ name, origin, commit, retrievedAt, versions, _count }) => {
    const last = versions[0]
    return {
      address: webAddress(origin),
      ...{ name, origin, commit, rules: _count.rules, rejected: _count.rejections },
      retrievedAt: retrievedAt.toISOString(),
      lastImport: last
        ? { version: last.number, at: last.publishedAt?.toISOString() ?? null }
        : null,
    }
  })
}
