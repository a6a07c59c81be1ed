import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import type { ChangeSection, Listed, Page, RuleChange } from './import-views'

type Sql = Prisma.Sql
type Row = RuleChange & { readonly total: number }

const CAME = (number: number): Sql => Prisma.sql`r.valid_from = ${number}`
/** The revision before may have been pruned; then what changed in this one tells that it was there. */
const FOLLOWS = Prisma.sql`(cardinality(r.changes) > 0 OR EXISTS (
  SELECT FROM rule AS old WHERE old.sigma_id = r.sigma_id AND old.valid_to = r.valid_from))`

/** Which revisions `r` belong to a part of the change log of the version with this number. */
const CONDITIONS: Readonly<Record<Exclude<ChangeSection, 'rejected'>, (number: number) => Sql>> = {
  new: (number) => Prisma.sql`${CAME(number)} AND NOT ${FOLLOWS}`,
  changed: (number) => Prisma.sql`${CAME(number)} AND ${FOLLOWS}`,
  removed: (number) => Prisma.sql`r.valid_to = ${number} AND NOT EXISTS (
    SELECT FROM rule AS new WHERE new.sigma_id = r.sigma_id AND new.valid_from = r.valid_to)`,
}

/** Of what a target made of a rule, and how it is shown, not of the rule. */
const DERIVED = Prisma.sql`(change LIKE '% query' OR change LIKE '% diagnostics'
  OR change IN ('ATT&CK', 'highlighting', 'formatting of the file'))`

/**
 * One part of what a version changed, by title, as far as the revisions are still kept. Where an
 * author changed something comes before what only a newer compiler makes differently.
 */
export async function findRuleChanges(
  db: PrismaClient,
  number: number,
  section: keyof typeof CONDITIONS,
  { offset, limit }: Page,
): Promise<Listed<RuleChange>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.sigma_id::text AS id, r.title, r.level, r.path, r.changes,
      EXISTS (SELECT FROM rule AS old
              WHERE old.sigma_id = r.sigma_id AND old.valid_to < r.valid_from) AS "isBack",
      (count(*) OVER ())::int AS total
    FROM rule AS r WHERE ${CONDITIONS[section](number)}
    ORDER BY NOT EXISTS (SELECT FROM unnest(r.changes) AS change WHERE NOT ${DERIVED}),
      r.title, r.sigma_id LIMIT ${limit} OFFSET ${offset}`
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
  }
}
