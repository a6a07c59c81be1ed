import type { Clause, Values } from './clause'

/**
 * Joins what is said of one field in one way; the first of them keeps its place. Not a and not b is
 * none of a and b; not a or not b is not all of a and b.
 */
export function groupClauses(kind: 'all' | 'any', clauses: readonly Clause[]): readonly Clause[] {
  const grouped = new Map<string, Clause[]>()
  for (const [index, clause] of clauses.entries()) {
    const key = groupKey(kind, clause) ?? String(index)
    const group = grouped.get(key)
    if (group === undefined) grouped.set(key, [clause])
    else group.push(clause)
  }
  const joined = [...grouped.values()].flatMap((group) => join(kind, group))
  return kind === 'any' ? foldEmpty(foldOriginalNames(joined)) : joined
}

/** One clause for all that say the same of one field: a rule may have 30,000 of them. */
function join(kind: 'all' | 'any', group: readonly Clause[]): readonly Clause[] {
  const [first, second] = group
  if (first?.kind !== 'values' || second === undefined) return group
  const all = group.flatMap((clause) => (clause.kind === 'values' ? clause.values : []))
  return [{ ...first, values: [...new Set(all)], join: joinOf(kind, first) }]
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
