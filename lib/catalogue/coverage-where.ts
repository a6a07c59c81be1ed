import { Prisma } from '@/prisma/generated/client'
import { EMPTY_QUERY } from './feed-query'
import { filtersWhere, visibleIn } from './feed-where'

/** Which rules a map counts, and in which release's ids. */
export interface CoverageFilter {
  /** None: rules of every level. */
  readonly levels: readonly string[]
  /** Rules with a query for one of them; none: also rules without any. */
  readonly targets: readonly string[]
  /** Tagged id → the id of the map's release; what is not in it stays. */
  readonly renamed: ReadonlyMap<string, string>
  /** Current short name of a tactic → the map's; what is not in it stays. */
  readonly renamedTactics: ReadonlyMap<string, string>
}

/** The rows of `rule r` that a map counts: the condition of the feed with the same filters. */
export function coverageWhere(version: number, filter: CoverageFilter): Prisma.Sql {
  const only = (include: readonly string[]) => ({ include, exclude: [] })
  const { levels, targets } = filter
  const filters = {
    ...(levels.length > 0 && { level: only(levels) }),
    ...(targets.length > 0 && { target: only(targets) }),
  }
  return Prisma.sql`${visibleIn(version)} AND ${filtersWhere({ ...EMPTY_QUERY, filters })}`
}

/** Ids as the map's release has them: a table `renamed (tag, id)`. */
export function renamedTable(renamed: ReadonlyMap<string, string>): Prisma.Sql {
  const from = [...renamed.keys()]
  const to = [...renamed.values()]
  return Prisma.sql`unnest(${from}::text[], ${to}::text[]) AS renamed (tag, id)`
}
