import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { describeDatabaseError } from './database-error'

export interface HealthCounts {
  readonly rules: number
  readonly queries: { readonly compiled: number; readonly refused: number }
  readonly rejections: number
  readonly sources: number
}

export type Health =
  | {
      readonly status: 'ok'
      readonly catalogueVersion: number
      readonly postgres: string
      readonly counts: HealthCounts
    }
  | { readonly status: 'unavailable'; readonly reason: string }

/** Whether readers can be served, and what with. Never throws: trouble is the answer. */
export async function getHealth(db: PrismaClient): Promise<Health> {
  try {
    const version = await currentVersion(db)
    const visible = { validFrom: { lte: version }, validTo: { gt: version } }
    const [server, rules, compiled, refused, rejections, sources] = await Promise.all([
      db.$queryRaw<{ server_version: string }[]>`SHOW server_version`,
      db.rule.count({ where: visible }),
      db.query.count({ where: { status: 'compiled', rule: visible } }),
      db.query.count({ where: { status: { not: 'compiled' }, rule: visible } }),
      db.rejection.count({ where: visible }),
      db.source.count(),
    ])
    return {
      status: 'ok',
      catalogueVersion: version,
      postgres: server[0]?.server_version ?? 'unknown',
      counts: { rules, queries: { compiled, refused }, rejections, sources },
    }
  } catch (error) {
    return { status: 'unavailable', reason: describeDatabaseError(error) }
  }
}

/** The cheapest question that tells whether pages can be served: the reason why not, or null. */
export async function findTrouble(db: PrismaClient): Promise<string | null> {
  try {
    await currentVersion(db)
    return null
  } catch (error) {
    return describeDatabaseError(error)
  }
}
