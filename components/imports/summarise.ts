import type { ImportCounts } from '@/lib/catalogue/import-views'
import { grouped } from './counted'

/** `45 new, 3 changed, 2 rejected`: what there was any of. */
export function summarise(counts: ImportCounts): string {
  const parts = [
    [counts.created, 'new'],
    [counts.updated, 'changed'],
    [counts.removed, 'removed'],
    [counts.rejected, 'rejected'],
    [counts.unchanged, 'unchanged'],
  ] as const
  const said = parts.filter(([number]) => number > 0)
  return said.map(([number, word]) => `${grouped(number)} ${word}`).join(', ')
}
