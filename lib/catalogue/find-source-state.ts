import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { visibleAt } from './visible-at'

/** A revision that readers see, as far as an import has to compare it. */
export interface VisibleRevision {
  readonly id: number
  readonly sigmaId: string
  readonly path: string
  readonly contentHash: string
  readonly toolchainHash: string
  readonly shownHash: string
}

/** A rejection that readers see. */
export interface VisibleRejection {
  readonly id: number
  readonly path: string
  readonly contentHash: string
  readonly toolchainHash: string
  readonly code: string
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

/** What readers see of one source. */
export interface SourceState {
  readonly version: number
  readonly source: StoredSource | null
  readonly revisions: readonly VisibleRevision[]
  readonly rejections: readonly VisibleRejection[]
}

export interface StoredSource {
  readonly origin: string
  readonly webUrl: string | null
  readonly licence: string | null
  readonly licenceUrl: string | null
  readonly commit: string | null
}

/** Reads what an import of a source starts from; rows of an import that never published are not in it. */
export async function findSourceState(db: PrismaClient, sourceName: string): Promise<SourceState> {
  const version = await currentVersion(db)
  const visible = { sourceName, ...visibleAt(version) }
  const [source, revisions, rejections] = await Promise.all([
    db.source.findUnique({
      where: { name: sourceName },
      select: { origin: true, webUrl: true, licence: true, licenceUrl: true, commit: true },
    }),
    db.rule.findMany({
      where: visible,
      select: {
        id: true,
        sigmaId: true,
        path: true,
        contentHash: true,
        toolchainHash: true,
        shownHash: true,
      },
    }),
    db.rejection.findMany({
      where: visible,
      select: {
        id: true,
        path: true,
        contentHash: true,
        toolchainHash: true,
        code: true,
        message: true,
        line: true,
        column: true,
      },
    }),
  ])
  return { version, source, revisions, rejections }
}
