import { sameTechniques } from '@/lib/attack/tagged-ids'
import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { visibleIn } from './feed-where'
import { isRuleId } from './get-rule'
import type { RelatedRule } from './views'
import { visibleAt } from './visible-at'

const MOST_NEIGHBOURS = 6

interface Row {
  readonly id: string
  readonly title: string
  readonly level: string | null
  readonly techniques: readonly string[]
}

/**
 * Rules that a rule names as related, in its order and with its word for it, then those that share a
 * technique with it, under whatever id: first those of the same product, and of these the ones that
 * share most. A named rule that the catalogue lacks is kept, without a title.
 */
export async function findRelated(
  db: PrismaClient,
  version: number,
  sigmaId: string,
): Promise<readonly RelatedRule[]> {
  const rule = await db.rule.findFirst({
    where: { sigmaId, ...visibleAt(version) },
    select: { related: true, techniques: true, product: true, category: true, service: true },
  })
  if (rule === null) return []
  const techniques = sameTechniques(rule.techniques)
  const named = readRelated(rule.related).filter(({ id }) => id !== sigmaId)
  const ids = named.map(({ id }) => id)
  const rows = await db.$queryRaw<Row[]>`
    (SELECT r.sigma_id::text AS id, r.title, r.level
     FROM rule AS r WHERE ${visibleIn(version)} AND r.sigma_id = ANY(${ids}::uuid[]))
    UNION ALL
    (SELECT r.sigma_id::text, r.title, r.level
     FROM rule AS r
     WHERE ${visibleIn(version)} AND r.techniques && ${techniques}::text[]
       AND r.sigma_id <> ALL(${[...ids, sigmaId]}::uuid[])
     ORDER BY r.product IS NOT DISTINCT FROM ${rule.product} DESC,
              cardinality(ARRAY(SELECT unnest(r.techniques) INTERSECT
                                SELECT unnest(${techniques}::text[]))) DESC,
              (r.category IS NOT DISTINCT FROM ${rule.category}
               AND r.service IS NOT DISTINCT FROM ${rule.service}) DESC,
              r.level_rank DESC, r.changed_on DESC, r.sigma_id
     LIMIT ${Prisma.raw(String(MOST_NEIGHBOURS))})`
  const found = new Map(rows.map((row) => [row.id, row]))
  const declared = named.map(({ id, type }) => ({
    id,
    title: found.get(id)?.title ?? null,
    level: found.get(id)?.level ?? null,
    relation: type,
  }))
  const neighbours = rows
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, title, level }) => ({ id, title, level, relation: 'same technique' }))
  return [...declared, ...neighbours]
}

function readRelated(stored: unknown): { id: string; type: string }[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return []
    const { id, type } = each as Record<string, unknown>
    if (typeof id !== 'string' || !isRuleId(id)) return []
    return { id: id.toLowerCase(), type: typeof type === 'string' ? type : 'related' }
  })
}
