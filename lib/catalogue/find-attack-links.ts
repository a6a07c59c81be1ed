import { toParagraphs } from '@/lib/attack/plain-text'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Bounded, TechniqueContextView } from './attack-views'
import { findAnalytics } from './find-analytics'

/** How many of a kind are listed of one technique; the rest is counted. */
const MOST_LISTED = 15

interface Link {
  readonly technique: string
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly url: string | null
  readonly description: string | null
  readonly total: number
}

type Links = Pick<
  TechniqueContextView,
  'detectionStrategies' | 'mitigations' | 'groups' | 'software' | 'campaigns'
>

/** What detects, mitigates and uses some techniques of a release: a function from technique to it. */
export async function findAttackLinks(
  db: PrismaClient,
  release: string,
  techniques: readonly string[],
): Promise<(technique: string) => Links> {
  // Only what mitigates is shown with words of its own: who uses a technique may be hundreds.
  const links = await db.$queryRaw<Link[]>`
    SELECT technique, kind, id, name, url, description, total
    FROM (
      SELECT r.target_id AS technique, o.kind, o.id, o.name, o.url,
             CASE WHEN r.kind = 'mitigates' THEN r.description END AS description,
             count(*) OVER (PARTITION BY r.target_id, o.kind)::int AS total,
             row_number() OVER (PARTITION BY r.target_id, o.kind ORDER BY o.id) AS place
      FROM attack_relation AS r
      JOIN attack_object AS o ON o.release = r.release AND o.id = r.source_id
      WHERE r.release = ${release} AND r.target_id = ANY(${[...techniques]}::text[])
        AND r.kind IN ('detects', 'mitigates', 'uses')) AS linked
    WHERE place <= ${MOST_LISTED}
    ORDER BY technique, kind, id`
  const strategies = links.filter(({ kind }) => kind === 'detection-strategy')
  const analytics = await findAnalytics(
    db,
    release,
    strategies.map(({ id }) => id),
  )
  return (technique) => {
    const of = <T>(kind: string, make: (link: Link) => T): Bounded<T> => {
      const found = links.filter((each) => each.technique === technique && each.kind === kind)
      return { shown: found.map(make), total: found[0]?.total ?? 0 }
    }
    return {
      detectionStrategies: of('detection-strategy', (link) => ({
        ...toName(link),
        analytics: analytics.get(link.id) ?? [],
      })).shown,
      mitigations: of('mitigation', (link) => ({
        ...toName(link),
        description: toParagraphs(link.description ?? ''),
      })),
      groups: of('group', toName),
      software: of('software', toName),
      campaigns: of('campaign', toName),
    }
  }
}

const toName = ({ id, name, url }: Link) => ({ id, name, url })
