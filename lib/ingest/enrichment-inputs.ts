import { createHash } from 'node:crypto'
import { updateWithSources } from './toolchain-hash'

/** All of ours that takes part in making an enrichment out of a rule, relative to the project. */
const FOLDERS = [
  ...['lib/enrichment', 'lib/attack', 'lib/sigma'],
  ...['content/attack', 'content/data-sources', 'content/mappings', 'content/schema'],
]
const FILES = [
  ...['enrich-document', 'clean-text', 'read-curated'].map((name) => `lib/ingest/${name}.ts`),
  'lib/compiler/compiled-query.ts',
]

let ours: string | undefined

/**
 * SHA-256 over all that an enrichment is made from: while it stays, the stored one is as good as a
 * new one. Our own code and data are hashed once a process.
 *
 * @param shownHash of the revision: it covers the rule's file and its queries
 * @param curatedHash of the rule's file in content/enrichment; null where it has none
 */
export function enrichmentInputsHash(shownHash: string, curatedHash: string | null): string {
  ours ??= hashOurs()
  return createHash('sha256')
    .update([ours, shownHash, curatedHash ?? ''].join('\0'))
    .digest('hex')
}

function hashOurs(): string {
  const digest = createHash('sha256')
  updateWithSources(digest, FOLDERS, FILES)
  return digest.digest('hex')
}
