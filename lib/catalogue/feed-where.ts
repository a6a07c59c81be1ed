import { taggedIds } from '@/lib/attack/tagged-ids'
import { Prisma } from '@/prisma/generated/client'
import type { FeedQuery, FilterName, Selection } from './feed-query'
import { likeLiteral, searchWords } from './search-words'

type Sql = Prisma.Sql
type Test = (values: readonly string[]) => Sql

const oneOf =
  (column: Sql): Test =>
  (values) =>
    Prisma.sql`${column} = ANY(${values}::text[])`
const overlaps =
  (column: Sql): Test =>
  (values) =>
    Prisma.sql`${column} && ${values}::text[]`

/**
 * How each filter asks a row `r` of `rule` for one of some values. Values travel as parameters;
 * only the column names are text, and they are written here.
 */
const TESTS: Readonly<Record<FilterName, Test>> = {
  level: oneOf(Prisma.sql`coalesce(r.level, 'none')`),
  status: oneOf(Prisma.sql`coalesce(r.status, 'none')`),
  product: oneOf(Prisma.sql`coalesce(r.product, 'none')`),
  category: oneOf(Prisma.sql`coalesce(r.category, 'none')`),
  service: oneOf(Prisma.sql`coalesce(r.service, 'none')`),
  source: oneOf(Prisma.sql`r.source_name`),
  tactic: overlaps(Prisma.sql`r.tactics`),
  table: overlaps(Prisma.sql`r.tables`),
  tag: (values) => Prisma.sql`(r.tags && ${values}::text[] OR r.id IN (
    SELECT e.rule_id FROM enrichment AS e WHERE e.tag_names && ${values}::text[]))`,
  technique: (values) => {
    const { also, not } = taggedIds(values)
    const tags = [...values, ...also]
    return Prisma.sql`EXISTS (
      SELECT FROM unnest(r.techniques) AS t
      WHERE t = ANY(${tags}::text[])
        OR split_part(t, '.', 1) = ANY(${[...values]}::text[]) AND t <> ALL(${[...not]}::text[]))`
  },
  target: (values) => Prisma.sql`EXISTS (
    SELECT FROM query AS q
    WHERE q.rule_id = r.id AND q.status = 'compiled' AND q.target = ANY(${values}::text[]))`,
  author: (values) =>
    Prisma.sql`r.author ILIKE ANY(${values.map((value) => `%${likeLiteral(value)}%`)}::text[])`,
}

/** The rows of `rule r` that readers of this catalogue version see. */
export function visibleIn(version: number): Sql {
  return Prisma.sql`r.valid_from <= ${version} AND r.valid_to > ${version}`
}

/** The condition of a query on `rule r`, its cursor and limit aside. */
export function feedWhere(version: number, query: FeedQuery): Sql {
  return Prisma.sql`${foundWhere(version, query)} AND ${filtersWhere(query)}`
}

/** Its part that reads the long text, and that no facet is counted without. */
export function foundWhere(version: number, query: FeedQuery): Sql {
  const conditions = [visibleIn(version)]
  for (const word of searchWords(query.q)) {
    conditions.push(Prisma.sql`r.search_text LIKE ${`%${likeLiteral(word)}%`}`)
  }
  if (query.from !== null) conditions.push(Prisma.sql`r.changed_on >= ${query.from}::date`)
  if (query.to !== null) conditions.push(Prisma.sql`r.changed_on <= ${query.to}::date`)
  return Prisma.join(conditions, ' AND ')
}

/** Its part that is the filters. A facet is counted with all of them but its own: `except`. */
export function filtersWhere(query: FeedQuery, except?: FilterName): Sql {
  const conditions = [Prisma.sql`TRUE`]
  for (const [name, test] of Object.entries(TESTS) as [FilterName, Test][]) {
    const selection = name === except ? undefined : query.filters[name]
    if (selection !== undefined) conditions.push(...choose(test, selection))
  }
  return Prisma.join(conditions, ' AND ')
}

function* choose(test: Test, { include, exclude }: Selection): Generator<Sql> {
  if (include.length > 0) yield test(include)
  if (exclude.length > 0) yield Prisma.sql`(${test(exclude)}) IS NOT TRUE`
}
