import type { Prisma } from '@/prisma/generated/client'
import { visibleAt } from './visible-at'

/**
 * The sources that readers of a version see something of. The row of a source is written before its
 * first import is published, and stays behind when that import is killed or the source is removed.
 */
export function publishedBy(version: number): Prisma.SourceWhereInput {
  const some = { some: visibleAt(version) }
  return {
    versions: { some: { number: { lte: version } } },
    OR: [{ rules: some }, { rejections: some }],
  }
}
