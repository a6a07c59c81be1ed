import type { Comparison } from '@/lib/sigma/ast'
import type { Loss } from './loss'

/**
 * A comparison that minds case, against a column in which some rows keep no case: without case, so
 * that such a row is found; null where the comparison minds none.
 */
export function withoutCase(comparison: Comparison): Comparison | null {
  if (comparison.kind === 'regex')
    return comparison.ignoreCase || comparison.pattern.startsWith('(?i')
      ? null
      : { ...comparison, ignoreCase: true }
  const minds = (comparison.kind === 'string' || comparison.kind === 'field') && comparison.cased
  return minds ? { ...comparison, cased: false } : null
}

export const lostCase = (field: string): Loss => ({
  code: 'TARGET_FIELD_APPROXIMATED',
  message: `Rows from Microsoft Defender hold "${field}" in lower case: it is compared without case.`,
})
