import type { PrismaClient } from '@/prisma/generated/client'
import type { TechniqueRules } from './coverage-views'
import { renamedTable } from './coverage-where'
import { visibleIn } from './feed-where'
import { findFeedRows } from './find-rules'

/** How many rules are listed of one id: the rest is in the feed. */
const MOST_LISTED = 20

interface Place {
  readonly id: number
  readonly sigmaId: string
  readonly technique: string
  readonly taggedAs: string | null
  readonly total: number
}

/**
 * The rules that name each of some techniques, gravest first. A rule that names two of them is
 * listed with both.
 *
 * @param renamed tagged id → id in the release that `techniques` are of
 */
export async function findTechniqueRules(
  db: PrismaClient,
  version: number,
  techniques: readonly string[],
  renamed: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, TechniqueRules>> {
  const places = await db.$queryRaw<Place[]>`
    SELECT id, "sigmaId", technique, "taggedAs", total FROM (
      SELECT r.id, r.sigma_id::text AS "sigmaId", named.technique, named."taggedAs",
             count(*) OVER same::int AS total,
             row_number() OVER (same ORDER BY r.level_rank DESC, r.title, r.id) AS place
      FROM rule AS r
      CROSS JOIN LATERAL (
        SELECT coalesce(renamed.id, t) AS technique,
               CASE WHEN bool_and(renamed.id IS NOT NULL) THEN min(t) END AS "taggedAs"
        FROM unnest(r.techniques) AS t
        LEFT JOIN ${renamedTable(renamed)} ON renamed.tag = t
        GROUP BY 1) AS named
      WHERE ${visibleIn(version)} AND r.techniques && ${tagsOf(techniques, renamed)}::text[]
        AND named.technique = ANY(${[...techniques]}::text[])
      WINDOW same AS (PARTITION BY named.technique)) AS placed
    WHERE place <= ${MOST_LISTED}
    ORDER BY technique, place`
  const rows = await findFeedRows(db, [...new Map(places.map((each) => [each.id, each])).values()])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = new Map<string, TechniqueRules>()
  for (const { sigmaId, technique, taggedAs, total } of places) {
    const row = byId.get(sigmaId)
    if (row === undefined) continue
    const rule = { ...row, taggedAs }
    found.set(technique, { total, shown: [...(found.get(technique)?.shown ?? []), rule] })
  }
  return found
}

/** Every tag that counts for one of the techniques: what the index is asked for. */
function tagsOf(techniques: readonly string[], renamed: ReadonlyMap<string, string>): string[] {
  const wanted = new Set(techniques)
  return [...techniques, ...[...renamed].flatMap(([tag, id]) => (wanted.has(id) ? tag : []))]
}
