import { log } from '@/lib/logging/logger.mjs'
import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { describeDatabaseError } from './database-error'
import { publishedBy } from './published-by'
import { visibleAt } from './visible-at'

/** Milliseconds after which a database that says nothing counts as away. */
const PATIENCE = 3_000

export interface HealthCounts {
  readonly rules: number
  readonly queries: { readonly compiled: number; readonly refused: number }
  /** Rules whose page has all its sections; the others await `atlas enrich`. */
  readonly enrichments: number
  readonly rejections: number
  readonly sources: number
}

export type Health =
  | {
      readonly status: 'ok'
      readonly versions: {
        readonly catalogue: number
        readonly postgres: string
        /** Releases of ATT&CK whose text was loaded, newest first. */
        readonly attackTexts: readonly string[]
      }
      readonly counts: HealthCounts
    }
  | { readonly status: 'unavailable'; readonly reason: string }

/**
 * Whether readers can be served, and what with. Never throws: trouble is the answer.
 *
 * @param open gives the client; to have none is trouble too.
 */
export async function getHealth(open: () => PrismaClient): Promise<Health> {
  const { trouble, answer: version } = await askDatabase(open, currentVersion)
  if (trouble !== null) return { status: 'unavailable', reason: trouble }
  try {
    const db = open()
    const visible = visibleAt(version)
    const [server, releases, rules, compiled, refused, enrichments, rejections, sources] =
      await Promise.all([
        db.$queryRaw<{ server_version: string }[]>`SHOW server_version`,
        db.attackRelease.findMany({ select: { version: true }, orderBy: { version: 'desc' } }),
        db.rule.count({ where: visible }),
        db.query.count({ where: { status: 'compiled', rule: visible } }),
        db.query.count({ where: { status: { not: 'compiled' }, rule: visible } }),
        db.enrichment.count({ where: { rule: visible } }),
        db.rejection.count({ where: visible }),
        db.source.count({ where: publishedBy(version) }),
      ])
    return {
      status: 'ok',
      versions: {
        catalogue: version,
        postgres: server[0]?.server_version ?? 'unknown',
        attackTexts: releases.map((release) => release.version),
      },
      counts: { rules, queries: { compiled, refused }, enrichments, rejections, sources },
    }
  } catch (error) {
    return { status: 'unavailable', reason: reportTrouble(error) }
  }
}

/** An answer of the database, or the reason why there is none. */
export type Asked<T> =
  | { readonly trouble: null; readonly answer: T }
  | { readonly trouble: string; readonly answer?: undefined }

/** Asks the database something that pages need, and waits for a bounded time. Never throws. */
export async function askDatabase<T>(
  open: () => PrismaClient,
  question: (db: PrismaClient) => Promise<T>,
): Promise<Asked<T>> {
  try {
    const answer = await Promise.race([question(open()), giveUp()])
    logged = null
    return { trouble: null, answer }
  } catch (error) {
    return { trouble: reportTrouble(error) }
  }
}

/** The trouble that was logged last: it is asked about with every request, and told once. */
let logged: string | null = null

/** What a stranger may know of a fault; all of it goes to the server's log. */
export function reportTrouble(error: unknown): string {
  const reason = describeDatabaseError(error)
  if (reason !== logged) log.error({ err: error }, reason)
  logged = reason
  return reason
}

/** A network that swallows packets lets a query wait for minutes; readers should not. */
function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), PATIENCE).unref()
  })
}
