import { findPredecessor, findSuccessor, type HasId } from '@/lib/attack/follow-replacements'
import { toParagraphs } from '@/lib/attack/plain-text'
import { nameOf } from '@/lib/attack/project-technique'
import type { PrismaClient } from '@/prisma/generated/client'
import type { AttackContextView, TechniqueContextView } from './attack-views'
import { findAttackLinks } from './find-attack-links'
import { newestAttackRelease } from './newest-attack-release'

const NOTHING: AttackContextView = { release: null, notice: null, techniques: [] }
/** A rule names a few techniques; nobody reads a hundred. */
const MOST_TECHNIQUES = 50

/**
 * What the newest loaded release of ATT&CK says of some techniques: their description, how MITRE
 * would detect and mitigate them, who uses them. Ids of any release are taken: one that the loaded
 * release does not have is looked up under the id that replaced it there, or that it replaced.
 */
export async function getAttackContext(
  db: PrismaClient,
  techniqueIds: readonly string[],
): Promise<AttackContextView> {
  const release = await newestAttackRelease(db)
  if (release === null) return NOTHING
  const asked = [...new Set(techniqueIds.map((id) => id.toUpperCase()))].slice(0, MOST_TECHNIQUES)
  const found = await findObjects(db, release.version, asked)
  const ids = [...new Set(found.map(({ row }) => row.id))]
  const links = await findAttackLinks(db, release.version, ids)
  return {
    release: release.version,
    notice: release.notice,
    techniques: found.map(
      ({ id, row }): TechniqueContextView => ({
        id,
        releaseId: row.id,
        name: row.name,
        url: row.url,
        description: toParagraphs(row.description ?? ''),
        ...links(row.id),
      }),
    ),
  }
}

async function findObjects(db: PrismaClient, release: string, asked: readonly string[]) {
  const rows = await db.attackObject.findMany({
    where: { release, kind: 'technique', id: { in: asked.flatMap(candidates) } },
    select: { id: true, name: true, url: true, description: true },
  })
  const stored = new Map(rows.map((row) => [row.id, row]))
  const has: HasId = (id) => stored.has(id)
  return asked.flatMap((id) => {
    const place = findSuccessor(id, has) ?? findPredecessor(id, has, nameOf)
    const row = place === null ? undefined : stored.get(place.id)
    return row === undefined ? [] : [{ id, row }]
  })
}

/** Every id, itself among them, under which some release has the technique. */
function candidates(id: string): string[] {
  const found: string[] = []
  const collect: HasId = (each) => {
    found.push(each)
    return false
  }
  findSuccessor(id, collect)
  findPredecessor(id, collect, nameOf)
  return found
}
