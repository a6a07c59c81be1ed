import type { SourceKind } from './views'

/**
 * Importers give a licence only to sources that they know (lib/importers/sigmahq/known-sources.ts):
 * the repositories among them have an address, the starter catalogue has none. A name proves
 * nothing, since whoever imports may choose it, and neither does an address: a repository may be
 * private.
 */
export function sourceKind(source: {
  readonly webUrl: string | null
  readonly licence: string | null
}): SourceKind {
  if (source.licence === null) return 'other'
  return source.webUrl === null ? 'starter' : 'repository'
}
