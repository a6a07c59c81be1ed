import type { CompiledQuery, Target } from '@/lib/compiler/compiled-query'
import type { SigmaDocument } from '@/lib/sigma/ast'

/**
 * Compiles a document for the targets given and binds every query against the schema: a query with
 * any finding of the language service is refused with that finding, never shown as good.
 *
 * The compiler and the language service are loaded at the first need of them.
 */
export async function compileDocument(
  document: SigmaDocument,
  targets: readonly Target[],
): Promise<CompiledQuery[]> {
  const { compile } = await import('@/lib/compiler/compile')
  return Promise.all(targets.map((target) => bind(compile(document, target))))
}

async function bind(query: CompiledQuery): Promise<CompiledQuery> {
  if (query.status === 'refused') return query
  const { bindQuery } = await import('@/lib/kusto/parse-query')
  const findings = bindQuery(query.kql, query.target === 'defender-xdr' ? 'defender' : 'sentinel')
  if (findings.length === 0) return query
  return {
    target: query.target,
    status: 'refused',
    kql: null,
    tables: [],
    columns: {},
    diagnostics: [...query.diagnostics, ...findings],
  }
}
