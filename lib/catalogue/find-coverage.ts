import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import type { Coverage } from './coverage-views'
import { type CoverageFilter, coverageWhere, renamedTable } from './coverage-where'

interface Row {
  readonly what: 'technique' | 'family' | 'tag' | 'tactic' | 'all' | 'untagged'
  readonly id: string
  readonly rules: number
}

/**
 * How many rules name each technique and tactic, in one query. A rule counts once for a technique,
 * however many of its sub-techniques it names; a tag of another release counts for the id that the
 * map's release has for it.
 */
export async function findCoverage(
  db: PrismaClient,
  version: number,
  filter: CoverageFilter,
): Promise<Coverage> {
  const rows = await db.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (
      SELECT r.id AS rule, r.techniques, r.tactics FROM rule AS r
      WHERE ${coverageWhere(version, filter)}),
    tagged AS MATERIALIZED (
      SELECT rule, t AS tag, coalesce(renamed.id, t) AS technique
      FROM found CROSS JOIN unnest(techniques) AS t
      LEFT JOIN ${renamedTable(filter.renamed)} ON renamed.tag = t)
    ${Prisma.join(
      [
        Prisma.sql`SELECT 'tag' AS what, tag AS id, count(DISTINCT rule)::int AS rules
          FROM tagged GROUP BY tag`,
        Prisma.sql`SELECT 'technique', technique, count(DISTINCT rule)::int
          FROM tagged GROUP BY technique`,
        Prisma.sql`SELECT 'family', split_part(technique, '.', 1), count(DISTINCT rule)::int
          FROM tagged GROUP BY 2`,
        Prisma.sql`SELECT 'tactic', coalesce(renamed.id, t), count(DISTINCT rule)::int
          FROM found CROSS JOIN unnest(tactics) AS t
          LEFT JOIN ${renamedTable(filter.renamedTactics)} ON renamed.tag = t GROUP BY 2`,
        Prisma.sql`SELECT 'all', '', count(*)::int FROM found`,
        Prisma.sql`SELECT 'untagged', '', count(*)::int FROM found
          WHERE coalesce(cardinality(techniques), 0) = 0`,
      ],
      ' UNION ALL ',
    )}`
  const of = (what: Row['what']) =>
    new Map(rows.filter((row) => row.what === what).map(({ id, rules }) => [id, rules]))
  return {
    rules: of('all').get('') ?? 0,
    untagged: of('untagged').get('') ?? 0,
    techniques: of('technique'),
    families: of('family'),
    tactics: of('tactic'),
    tags: of('tag'),
  }
}
