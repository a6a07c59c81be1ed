import type { PrismaClient } from '@/prisma/generated/client'
import { findPublishedAt } from './find-published-at'
import { isRuleId } from './get-rule'
import { readDiagnostics } from './read-diagnostics'
import { byTarget, targetState } from './target-state'
import type { RevisionView } from './views'

/**
 * The revisions of a rule that are kept (prune-revisions.ts), newest first, as readers of the version
 * see them: what each changed, and, where the rule went away after one, when.
 */
export async function findHistory(
  db: PrismaClient,
  version: number,
  sigmaId: string,
): Promise<readonly RevisionView[]> {
  if (!isRuleId(sigmaId)) return []
  const rows = await db.rule.findMany({
    where: { sigmaId, validFrom: { lte: version } },
    orderBy: { validFrom: 'desc' },
    select: {
      ...{ validFrom: true, validTo: true, title: true, changes: true, sourceName: true },
      queries: { select: { target: true, status: true, diagnostics: true } },
    },
  })
  const publishedAt = await findPublishedAt(
    db,
    rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  )
  return rows.map((row, index) => {
    const next = rows[index - 1]
    const before = rows[index + 1]
    const isGone = row.validTo <= version && next?.validFrom !== row.validTo
    return {
      version: row.validFrom,
      at: publishedAt.get(row.validFrom) ?? null,
      event: eventOf(row, before),
      changes: row.changes,
      source: row.sourceName,
      title: row.title,
      queries: row.queries.sort(byTarget).map(({ target, status, diagnostics }) => ({
        target,
        state: targetState(status, readDiagnostics(diagnostics)),
      })),
      removed: isGone
        ? { version: row.validTo, at: publishedAt.get(row.validTo) ?? null, source: row.sourceName }
        : null,
    }
  })
}

/** The revision before the oldest one that is kept is gone; that it changed something tells of it. */
function eventOf(
  row: { readonly validFrom: number; readonly changes: readonly string[] },
  before: { readonly validTo: number } | undefined,
): RevisionView['event'] {
  if (before === undefined) return row.changes.length > 0 ? 'changed' : 'new'
  return before.validTo < row.validFrom ? 'back' : 'changed'
}
