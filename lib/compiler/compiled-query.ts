import type { Diagnostic } from '@/lib/diagnostics'

/** The three places a query can run, in the order in which a reader is shown them. */
export const TARGETS = ['defender-xdr', 'asim', 'azure-monitor'] as const
export type Target = (typeof TARGETS)[number]

export function isTarget(name: string): name is Target {
  return (TARGETS as readonly string[]).includes(name)
}

/** What one target made of one document. `kql` is null exactly when refused. */
export type CompiledQuery =
  | {
      readonly target: Target
      readonly status: 'compiled'
      readonly kql: string
      /** Tables or ASIM parsers that the query reads, in the order of the query. */
      readonly tables: readonly string[]
      /** For each of them the columns that the query reads, in the order of the query. */
      readonly columns: Readonly<Record<string, readonly string[]>>
      readonly diagnostics: readonly Diagnostic[]
    }
  | {
      readonly target: Target
      readonly status: 'refused'
      readonly kql: null
      readonly tables: readonly []
      readonly columns: Readonly<Record<string, never>>
      readonly diagnostics: readonly Diagnostic[]
    }
