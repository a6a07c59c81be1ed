import type { PrismaClient } from '@/prisma/generated/client'
import { clearUnpublished } from './clear-unpublished'
import { currentVersion } from './current-version'
import { type LockOptions, lockImports } from './lock-imports'
import { publishedBy } from './published-by'
import { visibleAt } from './visible-at'

/** What went with a source. */
export interface RemovedSource {
  readonly name: string
  /** Rules that readers saw. */
  readonly rules: number
  /** Revisions in all, those of rules that were removed before among them. */
  readonly revisions: number
  readonly rejections: number
  readonly imports: number
  /** The version that readers see now. */
  readonly version: number
}

/**
 * Removes a source with its rules, all their revisions, its rejections and its imports, and publishes
 * a version without it: in one transaction, when no import is under way. The row of the source stays,
 * with nothing but its name, so that the change log can say what became of it, and so that the starter
 * catalogue, once removed, is not loaded again by the next start.
 *
 * @returns null where readers see no source of that name
 */
export async function removeSource(
  db: PrismaClient,
  name: string,
  options: LockOptions,
): Promise<RemovedSource | null> {
  return lockImports(db, options, async (transaction) => {
    await clearUnpublished(db)
    const published = await currentVersion(db)
    const source = await transaction.source.findFirst({
      where: { name, ...publishedBy(published) },
      select: { _count: { select: { rules: { where: visibleAt(published) } } } },
    })
    if (source === null) return null
    const startedAt = new Date()
    const where = { sourceName: name }
    const revisions = await transaction.rule.deleteMany({ where })
    const rejections = await transaction.rejection.deleteMany({ where })
    const imports = await transaction.catalogueVersion.deleteMany({ where })
    const version = published + 1
    const rules = source._count.rules
    await transaction.source.update({
      where: { name },
      data: { origin: '', webUrl: null, licence: null, licenceUrl: null, commit: null },
    })
    await transaction.catalogueVersion.create({
      data: {
        ...{ number: version, sourceName: name, kind: 'removal' },
        startedAt,
        publishedAt: new Date(),
        removed: rules,
      },
    })
    await transaction.catalogue.update({
      where: { id: 1 },
      data: { publishedVersion: version },
    })
    return {
      ...{ name, rules, version },
      revisions: revisions.count,
      rejections: rejections.count,
      imports: imports.count,
    }
  })
}

/** Whether a source was there and somebody removed it. */
export async function isSourceRemoved(db: PrismaClient, name: string): Promise<boolean> {
  const version = await currentVersion(db)
  const [known, shown] = await Promise.all([
    db.catalogueVersion.count({ where: { sourceName: name, number: { lte: version } } }),
    db.source.count({ where: { name, ...publishedBy(version) } }),
  ])
  return known > 0 && shown === 0
}
