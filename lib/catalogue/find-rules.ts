import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { type Cursor, printCursor } from './feed-cursor'
import type { FeedQuery } from './feed-query'
import { feedWhere } from './feed-where'
import { isoDay } from './iso-day'
import { readDiagnostics } from './read-diagnostics'
import { byTarget, targetState } from './target-state'
import type { FeedPage, FeedRow } from './views'

interface KeyRow {
  readonly id: number
  readonly changedOn: string
  readonly levelRank: number
  readonly sigmaId: string
  readonly total: number
  readonly place: number
}

/**
 * One page of the feed: newest first, then by level, then by id. Pages are found by key, so that an
 * import in between repeats no rule. Each page costs the same, for the total and its place are
 * counted over all rules that match.
 */
export async function findRules(
  db: PrismaClient,
  version: number,
  query: FeedQuery,
): Promise<FeedPage> {
  const keys = await findKeys(db, version, query)
  if (keys.length === 0 && query.cursor !== null) {
    return findRules(db, version, { ...query, cursor: null })
  }
  const backwards = query.cursor?.direction === 'before'
  const more = keys.length > query.limit
  const page = keys.slice(0, query.limit)
  if (backwards) page.reverse()
  // Fewer rules above than a page holds: the first page, whole, serves a reader better.
  if (backwards && !more) return findRules(db, version, { ...query, cursor: null })

  const [first, last] = [page[0], page.at(-1)]
  const before = first?.place ?? 0
  const hasPrevious = backwards ? more : before > 0
  const hasNext = backwards || more
  return {
    rows: await findFeedRows(db, page),
    total: first?.total ?? 0,
    before,
    previous: hasPrevious && first ? printCursor({ direction: 'before', key: first }) : null,
    next: hasNext && last ? printCursor({ direction: 'after', key: last }) : null,
  }
}

/** The keys of a page and one more, each with its place among all rules that match. */
function findKeys(db: PrismaClient, version: number, query: FeedQuery): Promise<KeyRow[]> {
  const order =
    query.cursor?.direction === 'before'
      ? Prisma.sql`changed_on, level_rank, sigma_id`
      : Prisma.sql`changed_on DESC, level_rank DESC, sigma_id DESC`
  return db.$queryRaw`
    SELECT id, changed_on::text AS "changedOn", level_rank AS "levelRank",
           sigma_id::text AS "sigmaId", total, place
    FROM (
      SELECT r.id, r.changed_on, r.level_rank, r.sigma_id, count(*) OVER ()::int AS total,
             row_number() OVER (
               ORDER BY r.changed_on DESC, r.level_rank DESC, r.sigma_id DESC)::int - 1 AS place
      FROM rule AS r WHERE ${feedWhere(version, query)}) AS matching
    WHERE ${beyond(query.cursor)}
    ORDER BY ${order}
    LIMIT ${query.limit + 1}`
}

function beyond(cursor: Cursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.sql`TRUE`
  const { changedOn, levelRank, sigmaId } = cursor.key
  const key = Prisma.sql`(${changedOn}::date, ${levelRank}::int, ${sigmaId}::uuid)`
  return cursor.direction === 'before'
    ? Prisma.sql`(changed_on, level_rank, sigma_id) > ${key}`
    : Prisma.sql`(changed_on, level_rank, sigma_id) < ${key}`
}

/** Rules as lines of the feed, in the order of their keys. */
export async function findFeedRows(
  db: PrismaClient,
  keys: readonly { readonly id: number }[],
): Promise<FeedRow[]> {
  const rules = await db.rule.findMany({
    where: { id: { in: keys.map((key) => key.id) } },
    select: {
      id: true,
      sigmaId: true,
      kind: true,
      title: true,
      level: true,
      techniques: true,
      tables: true,
      sourceName: true,
      changedOn: true,
      queries: { select: { target: true, status: true, diagnostics: true } },
    },
  })
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return keys.flatMap(({ id }) => {
    const rule = byId.get(id)
    if (rule === undefined) return []
    return {
      id: rule.sigmaId,
      kind: rule.kind,
      title: rule.title,
      level: rule.level,
      techniques: rule.techniques,
      tables: rule.tables,
      source: rule.sourceName,
      changedOn: isoDay(rule.changedOn),
      targets: rule.queries.sort(byTarget).map(({ target, status, diagnostics }) => ({
        target,
        state: targetState(status, readDiagnostics(diagnostics)),
      })),
    }
  })
}
