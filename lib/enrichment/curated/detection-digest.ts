import { createHash } from 'node:crypto'
import type { EnrichmentFacts } from '../enrichment'

/**
 * Twelve hex digits that stand for what a rule detects and on which log: they change when its
 * meaning does, and stay when its text is only laid out anew.
 */
export function detectionDigest({
  document,
  predicate,
}: Pick<EnrichmentFacts, 'document' | 'predicate'>): string {
  const logsource = document.kind === 'correlation' ? null : document.logsource
  const { product, category, service } = logsource ?? {}
  return createHash('sha256')
    .update(JSON.stringify([product, category, service, predicate]))
    .digest('hex')
    .slice(0, 12)
}
