import type { Clause, Values } from './clause'

/**
 * Joins what is said of one field in one way; the first of them keeps its place. Not a and not b is
 * none of a and b; not a or not b is not all of a and b.
 */
export function groupClauses(kind: 'all' | 'any', clauses: readonly Clause[]): readonly Clause[] {
  const grouped = new Map<string, Clause>()
  for (const [index, clause] of clauses.entries()) {
    const key = groupKey(kind, clause) ?? String(index)
    const earlier = grouped.get(key)
    if (earlier?.kind === 'values' && clause.kind === 'values') {
      const values = [...new Set([...earlier.values, ...clause.values])]
      grouped.set(key, { ...earlier, values, join: joinOf(kind, earlier) })
    } else {
      grouped.set(key, clause)
    }
  }
  const joined = [...grouped.values()]
  return kind === 'any' ? foldEmpty(foldOriginalNames(joined)) : joined
}

function joinOf(kind: 'all' | 'any', { negated }: Values): 'any' | 'all' {
  return negated === (kind === 'all') ? 'any' : 'all'
}

/** Null for what stays by itself: clauses of clauses, and values that are joined the other way. */
function groupKey(kind: 'all' | 'any', clause: Clause): string | null {
  if (clause.kind !== 'values') return null
  if (clause.values.length > 1 && clause.join !== joinOf(kind, clause)) return null
  return JSON.stringify([clause.field, clause.relation, clause.suffix, clause.negated])
}

/** "The process is a.exe, or its original file name is a.exe" is one thing to a reader. */
function foldOriginalNames(clauses: readonly Clause[]): readonly Clause[] {
  const isNamed = (clause: Clause): clause is Values =>
    clause.kind === 'values' && clause.relation === 'named' && clause.field === 'Image'
  const isOriginal = (clause: Clause): clause is Values =>
    clause.kind === 'values' && clause.relation === 'is' && clause.field === 'OriginalFileName'
  const named = clauses.find(isNamed)
  const original = clauses.find(isOriginal)
  if (named === undefined || original === undefined) return clauses
  if (named.negated || original.negated || setOf(named) !== setOf(original)) return clauses
  return clauses.flatMap((clause) => {
    if (clause === original) return []
    return clause === named ? { ...named, suffix: ' (by path or original file name)' } : clause
  })
}

function setOf({ values, suffix }: Values): string {
  return JSON.stringify([values.map((value) => value.toLowerCase()).sort(), suffix])
}

/** "Empty or missing" says "empty" too. */
function foldEmpty(clauses: readonly Clause[]): readonly Clause[] {
  const missing = new Set(
    clauses.map((each) =>
      each.kind === 'values' && each.relation === 'missing' && !each.negated ? each.field : null,
    ),
  )
  return clauses.filter(
    (each) =>
      each.kind !== 'values' ||
      each.relation !== 'empty' ||
      each.negated ||
      !missing.has(each.field),
  )
}
