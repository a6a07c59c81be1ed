import type { VisibleRevision } from '@/lib/catalogue/find-source-state'
import { diagnostic, type Location } from '@/lib/diagnostics'
import { type Candidate, type RejectedFile, reject } from './identify'

export interface Claims {
  readonly accepted: readonly Candidate[]
  readonly rejected: readonly RejectedFile[]
}

interface Context {
  readonly sourceName: string
  /** What readers see of this source. */
  readonly revisions: readonly VisibleRevision[]
  /** Those of them whose files did not change. */
  readonly unchanged: readonly VisibleRevision[]
  /** Ids that readers see from another source, with its name. */
  readonly owners: ReadonlyMap<string, string>
}

/**
 * Gives each id to one file. It stays with the file that has it in the catalogue as long as that
 * file carries it; otherwise the first file by path has it. An id of another source is that source's.
 */
export function claimIds(candidates: readonly Candidate[], context: Context): Claims {
  const holders = new Map(context.unchanged.map(({ sigmaId, path }) => [sigmaId, path]))
  const shownAt = new Map(context.revisions.map(({ sigmaId, path }) => [sigmaId, path]))
  for (const { sigmaId, file } of candidates) {
    if (!holders.has(sigmaId) || shownAt.get(sigmaId) === file.path) holders.set(sigmaId, file.path)
  }
  const accepted: Candidate[] = []
  const rejected: RejectedFile[] = []
  for (const candidate of candidates) {
    const { sigmaId, file } = candidate
    const owner = context.owners.get(sigmaId)
    const holder = holders.get(sigmaId)
    if (owner !== undefined) {
      const message = `The id "${sigmaId}" belongs to the source "${owner}" and cannot also come from "${context.sourceName}": give the rule an id of its own.`
      rejected.push(reject(file, diagnostic('IMPORT_ID_OWNED', message, locateId(file.text))))
    } else if (holder !== undefined && holder !== file.path) {
      const message = `The id "${sigmaId}" is that of "${holder}" already: give this rule an id of its own.`
      rejected.push(reject(file, diagnostic('IMPORT_DUPLICATE_ID', message, locateId(file.text))))
    } else accepted.push(candidate)
  }
  return { accepted, rejected }
}

/** Where the rule's own id stands: the first `id` at the left margin, or the file's first line. */
function locateId(text: string): { readonly location: Location } {
  const line = text.split('\n').findIndex((row) => /^["']?id["']?\s*:/.test(row))
  return { location: { line: Math.max(line, 0) + 1, column: 1 } }
}
