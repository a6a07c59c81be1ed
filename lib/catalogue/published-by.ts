import type { Prisma } from '@/prisma/generated/client'

/**
 * The sources that readers of a version see. The row of a source is written before its first import
 * is published, and stays behind when that import is killed.
 */
export function publishedBy(version: number): Prisma.SourceWhereInput {
  return { versions: { some: { number: { lte: version } } } }
}
