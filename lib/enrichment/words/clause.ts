import type { Comparison } from '@/lib/sigma/ast'

/** How a field stands to its values, as a reader is told. */
export type Relation =
  | 'is'
  /** A path that ends in a file name: the file is said by its name. */
  | 'named'
  | 'contains'
  | 'starts'
  | 'ends'
  | 'like'
  | 'regex'
  | 'network'
  | 'empty'
  | 'missing'
  | 'present'
  | 'absent'
  | 'placeholder'
  | 'same'
  | 'same-start'
  | 'same-end'
  | 'same-part'
  | Extract<Comparison, { kind: 'order' }>['operator']
  | Extract<Comparison, { kind: 'time-part' }>['part']

/** One field and what its value has to be; several comparisons of the predicate in one. */
export interface Values {
  readonly kind: 'values'
  /** Null for keywords. */
  readonly field: string | null
  readonly relation: Relation
  readonly values: readonly string[]
  /** Whether one value has to fit, or all of them. */
  readonly join: 'any' | 'all'
  readonly negated: boolean
  /** Follows the values: ` in Base64`. */
  readonly suffix: string
}

/** A predicate in the shape in which it is said: comparisons of one field stand together. */
export type Clause =
  | { readonly kind: 'all'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'any'; readonly clauses: readonly Clause[] }
  | Values

/** Joins clauses, taking those of the same kind in flat; one alone is itself. */
export function joinClauses(kind: 'all' | 'any', clauses: readonly Clause[]): Clause {
  const [first] = clauses
  if (first !== undefined && clauses.length === 1) return first
  return {
    kind,
    clauses: clauses.flatMap((clause) => (clause.kind === kind ? clause.clauses : [clause])),
  }
}

/** The opposite of a clause, with the negation moved down to the fields (De Morgan). */
export function negateClause(clause: Clause): Clause {
  if (clause.kind === 'values') return { ...clause, negated: !clause.negated }
  return joinClauses(clause.kind === 'all' ? 'any' : 'all', clause.clauses.map(negateClause))
}
