import type { PrismaClient } from '@/prisma/generated/client'
import { visibleIn } from './feed-where'
import type { CoverageCount } from './views'

/**
 * How many rules name each technique. A rule with a sub-technique counts once for its technique
 * too, which is also what the feed's `technique` filter shows.
 */
export function findCoverage(db: PrismaClient, version: number): Promise<CoverageCount[]> {
  return db.$queryRaw`
    SELECT t.id, count(DISTINCT r.id)::int AS rules
    FROM rule AS r
    CROSS JOIN unnest(r.techniques) AS tagged
    CROSS JOIN LATERAL (VALUES (tagged), (split_part(tagged, '.', 1))) AS t (id)
    WHERE ${visibleIn(version)}
    GROUP BY t.id ORDER BY t.id`
}

/** How many rules name each tactic, by its short name. */
export function findTacticCounts(db: PrismaClient, version: number): Promise<CoverageCount[]> {
  return db.$queryRaw`
    SELECT tactic AS id, count(*)::int AS rules
    FROM rule AS r CROSS JOIN unnest(r.tactics) AS tactic
    WHERE ${visibleIn(version)}
    GROUP BY tactic ORDER BY tactic`
}
