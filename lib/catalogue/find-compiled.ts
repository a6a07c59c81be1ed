import { type CompiledQuery, isTarget } from '@/lib/compiler/compiled-query'
import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode, diagnostic } from '@/lib/diagnostics'
import type { PrismaClient, Query } from '@/prisma/generated/client'
import { readDiagnostics } from './read-diagnostics'
import { byTarget } from './target-state'

/** A stored revision as it came out of the compiler. */
export interface CompiledRevision {
  readonly id: number
  readonly sigmaId: string
  readonly path: string
  readonly shownHash: string
  /** The rule's text. */
  readonly sigma: string
  readonly queries: readonly CompiledQuery[]
}

/** The stored text and queries of revisions, so that nothing has to be compiled again. */
export async function findCompiled(
  db: PrismaClient,
  ids: readonly number[],
): Promise<readonly CompiledRevision[]> {
  const rows = await db.rule.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      sigmaId: true,
      path: true,
      shownHash: true,
      sigma: true,
      queries: { omit: { kqlHtml: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({
    ...row,
    queries: row.queries.sort(byTarget).flatMap((query) => toCompiledQuery(query) ?? []),
  }))
}

/** Null for a target that is none of today's. */
function toCompiledQuery(query: Omit<Query, 'kqlHtml'>): CompiledQuery | null {
  const { target, status, kql, tables, columns } = query
  if (!isTarget(target)) return null
  const diagnostics = readDiagnostics(query.diagnostics).flatMap(toDiagnostic)
  if (status !== 'compiled' || kql === null) {
    return { target, status: 'refused', kql: null, tables: [], columns: {}, diagnostics }
  }
  return { target, status, kql, tables, columns: readColumns(columns), diagnostics }
}

function toDiagnostic(stored: ReturnType<typeof readDiagnostics>[number]): Diagnostic[] {
  if (!Object.hasOwn(DIAGNOSTICS, stored.code)) return []
  const effect = stored.effect ?? undefined
  return [diagnostic(stored.code as DiagnosticCode, stored.message, { effect })]
}

/** Reads the stored column, leaving out whatever is no list of names. */
function readColumns(stored: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof stored !== 'object' || stored === null) return {}
  const entries = Object.entries(stored).flatMap(([table, names]) =>
    Array.isArray(names)
      ? [[table, names.filter((name) => typeof name === 'string')] as const]
      : [],
  )
  return Object.fromEntries(entries)
}
