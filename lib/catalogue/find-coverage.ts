import { parentOf } from '@/lib/attack/tagged-ids'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Coverage } from './coverage-views'
import { type CoverageFilter, coverageWhere } from './coverage-where'

/** Rules that are tagged alike. */
interface Group {
  readonly techniques: readonly string[] | null
  readonly tactics: readonly string[] | null
  readonly rules: number
}

/**
 * How many rules name each technique and tactic. A rule counts once for a technique, however many of
 * its sub-techniques it names; a tag of another release counts for the id that the map's release has
 * for it. The database groups rules that are tagged alike, a few hundred groups: to take every tag
 * apart and count it there took twice as long.
 */
export async function findCoverage(
  db: PrismaClient,
  version: number,
  filter: CoverageFilter,
): Promise<Coverage> {
  const groups = await db.$queryRaw<Group[]>`
    SELECT r.techniques, r.tactics, count(*)::int AS rules FROM rule AS r
    WHERE ${coverageWhere(version, filter)}
    GROUP BY r.techniques, r.tactics`
  const counts = {
    techniques: new Map<string, number>(),
    families: new Map<string, number>(),
    tactics: new Map<string, number>(),
    tags: new Map<string, number>(),
  }
  let [all, untagged] = [0, 0]
  for (const { techniques, tactics, rules } of groups) {
    const tags = techniques ?? []
    const ids = tags.map((tag) => filter.renamed.get(tag) ?? tag)
    all += rules
    if (tags.length === 0) untagged += rules
    addTo(counts.tags, tags, rules)
    addTo(counts.techniques, ids, rules)
    addTo(counts.families, ids.map(parentOf), rules)
    addTo(
      counts.tactics,
      (tactics ?? []).map((tactic) => filter.renamedTactics.get(tactic) ?? tactic),
      rules,
    )
  }
  return { rules: all, untagged, ...counts }
}

/** Counts the rules once for each id, however often it is there. */
function addTo(counts: Map<string, number>, ids: readonly string[], rules: number): void {
  for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + rules)
}
