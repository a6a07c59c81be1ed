import { toParagraphs } from '@/lib/attack/plain-text'
import type { PrismaClient } from '@/prisma/generated/client'
import type { AnalyticView } from './attack-views'
import type { AttackDetails } from './new-attack-release'

/** The analytics that detection strategies of a release contain, by the strategy's id. */
export async function findAnalytics(
  db: PrismaClient,
  release: string,
  strategies: readonly string[],
): Promise<ReadonlyMap<string, readonly AnalyticView[]>> {
  const contained = await db.attackRelation.findMany({
    where: { release, kind: 'contains', sourceId: { in: [...new Set(strategies)] } },
    select: { sourceId: true, targetId: true },
    orderBy: { targetId: 'asc' },
  })
  const rows = await db.attackObject.findMany({
    where: { release, id: { in: contained.map(({ targetId }) => targetId) } },
    select: { id: true, name: true, url: true, description: true, details: true },
  })
  const views = new Map(
    rows.map(({ id, name, url, description, details }) => {
      const { platforms = [], logSources = [] } = details as AttackDetails
      const text = toParagraphs(description ?? '')
      return [id, { id, name, url, platforms, logSources, description: text }]
    }),
  )
  const byStrategy = new Map<string, AnalyticView[]>()
  for (const { sourceId, targetId } of contained) {
    const view = views.get(targetId)
    const list = byStrategy.get(sourceId) ?? []
    if (view !== undefined) byStrategy.set(sourceId, [...list, view])
  }
  return byStrategy
}
