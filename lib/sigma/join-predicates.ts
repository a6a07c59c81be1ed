import type { Predicate } from './ast'

/** Joins predicates, taking operands of the same kind in flat; one alone is itself. */
export function joinPredicates(kind: 'and' | 'or', predicates: readonly Predicate[]): Predicate {
  const [first] = predicates
  if (first !== undefined && predicates.length === 1) return first
  const operands: Predicate[] = []
  for (const predicate of predicates) {
    if (predicate.kind === kind) operands.push(...predicate.operands)
    else operands.push(predicate)
  }
  return { kind, operands }
}
