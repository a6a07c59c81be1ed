import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { EMPTY_QUERY, type FeedQuery } from './feed-query'
import { filtersWhere, foundWhere } from './feed-where'
import { isFiltered } from './toggle-filter'
import type { FacetValue } from './views'

/** Filters that are shown with counts. */
export const FACETS = ['level', 'tactic', 'product', 'category', 'target', 'tag', 'source'] as const
export type FacetName = (typeof FACETS)[number]
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>

/** Where the values of a facet come from, given rows `r`. */
const VALUES: Readonly<
  Record<FacetName, { readonly value: Prisma.Sql; readonly from: Prisma.Sql }>
> = {
  level: { value: Prisma.sql`coalesce(r.level, 'none')`, from: Prisma.empty },
  product: { value: Prisma.sql`coalesce(r.product, 'none')`, from: Prisma.empty },
  category: { value: Prisma.sql`coalesce(r.category, 'none')`, from: Prisma.empty },
  source: { value: Prisma.sql`r.source_name`, from: Prisma.empty },
  tactic: { value: Prisma.sql`v`, from: Prisma.sql`CROSS JOIN unnest(r.tactics) AS v` },
  tag: {
    value: Prisma.sql`v`,
    from: Prisma.sql`JOIN enrichment AS e ON e.rule_id = r.id CROSS JOIN unnest(e.tag_names) AS v`,
  },
  target: {
    value: Prisma.sql`q.target`,
    from: Prisma.sql`JOIN query AS q ON q.rule_id = r.id AND q.status = 'compiled'`,
  },
}

/**
 * Every value of every facet with the number of rules that choosing it would show: each facet is
 * counted under all filters but its own. A value that no rule is left for stays, with 0. Most
 * frequent first in the whole catalogue, so that filtering never moves a value.
 */
export async function getFacets(
  db: PrismaClient,
  version: number,
  query: FeedQuery,
): Promise<Facets> {
  const whole = await wholeCatalogue(db, version)
  if (!isFiltered(query)) return whole
  const counted = await countFacets(db, version, query)
  return each((name) => {
    const counts = new Map(counted[name].map(({ value, count }) => [value, count]))
    return whole[name].map(({ value }) => ({ value, count: counts.get(value) ?? 0 }))
  })
}

/** Milliseconds. */
const REMEMBERED_FOR = 60_000
const remembered = new WeakMap<
  PrismaClient,
  { readonly version: number; readonly at: number; readonly facets: Promise<Facets> }
>()

/**
 * A published version does not change but for what is derived of its rules, the tags: its unfiltered
 * counts are good for a while.
 */
function wholeCatalogue(db: PrismaClient, version: number): Promise<Facets> {
  const known = remembered.get(db)
  if (known?.version === version && Date.now() - known.at < REMEMBERED_FOR) return known.facets
  const facets = countFacets(db, version, EMPTY_QUERY)
  remembered.set(db, { version, at: Date.now(), facets })
  facets.catch(() => remembered.delete(db))
  return facets
}

async function countFacets(db: PrismaClient, version: number, query: FeedQuery): Promise<Facets> {
  const parts = FACETS.map((name) => {
    const { value, from } = VALUES[name]
    return Prisma.sql`
      SELECT ${name}::text AS facet, ${value} AS value, count(*)::int AS count
      FROM found AS r ${from}
      WHERE ${filtersWhere(query, name)}
      GROUP BY 2`
  })
  // The long text is searched once for all facets, and left behind.
  const rows = await db.$queryRaw<{ facet: FacetName; value: string; count: number }[]>`
    WITH found AS MATERIALIZED (
      SELECT r.id, r.level, r.status, r.product, r.category, r.service, r.source_name, r.tactics,
             r.techniques, r.tables, r.tags, r.author
      FROM rule AS r WHERE ${foundWhere(version, query)})
    ${Prisma.join(parts, ' UNION ALL ')} ORDER BY count DESC, value`
  return each((name) =>
    rows.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count })),
  )
}

function each(make: (name: FacetName) => readonly FacetValue[]): Facets {
  return {
    level: make('level'),
    tactic: make('tactic'),
    product: make('product'),
    category: make('category'),
    target: make('target'),
    tag: make('tag'),
    source: make('source'),
  }
}
