import type { QueryView } from '@/lib/catalogue/views'

/** What is known of a query that compiled: no more than that, as long as no event ran through it. */
const NOT_CHECKED = {
  verdict: 'not-checked',
  parsed: true,
  bound: true,
  reason:
    "Microsoft's language service parsed the query and bound it to the schema; no event has been run through it.",
} as const

/** One query of `/rules/<id>.json`; `proof` is null where there is no query to prove. */
export function queryJson({ target, state, kql, tables, diagnostics }: QueryView) {
  const isRefused = state === 'refused' || kql === null
  return {
    target,
    status: isRefused ? ('refused' as const) : ('compiled' as const),
    kql,
    tables,
    diagnostics,
    proof: isRefused ? null : NOT_CHECKED,
  }
}
