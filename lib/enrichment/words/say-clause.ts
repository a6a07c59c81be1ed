import type { Clause } from './clause'
import type { Detail } from './detail'
import { fieldNoun } from './field-words'
import { list, type Statement, sayValues } from './say-values'

/** What a clause says of an event: follows "where". Parentheses and semicolons keep "and" and "or" apart. */
export function sayClause(clause: Clause, detail: Detail): string {
  return clause.kind === 'any' ? sayAny(clause.clauses, detail, true) : sayInner(clause, detail)
}

function sayInner(clause: Clause, detail: Detail): string {
  if (clause.kind === 'values') return whole(sayValues(clause, detail))
  if (clause.clauses.length === 0) return clause.kind === 'all' ? 'anything holds' : 'nothing holds'
  return clause.kind === 'all'
    ? sayAll(clause.clauses, detail)
    : sayAny(clause.clauses, detail, false)
}

function sayAll(clauses: readonly Clause[], detail: Detail): string {
  const shown = clauses.length <= detail.conjuncts + 1 ? clauses.length : detail.conjuncts
  const parts = joinSubjects(
    clauses
      .slice(0, shown)
      .map((each) => (each.kind === 'values' ? sayValues(each, detail) : sayInner(each, detail))),
  )
  const rest = clauses.length - shown
  if (rest > 0) parts.push(`${rest} further conditions hold`)
  return joinAnd(parts)
}

/** Statements of one subject become one, at the place of the first. */
function joinSubjects(said: readonly (Statement | string)[]): string[] {
  const bySubject = new Map<string, string[]>()
  for (const [index, each] of said.entries()) {
    if (typeof each === 'string') bySubject.set(`${index}`, [each])
    else bySubject.set(each.noun, [...(bySubject.get(each.noun) ?? [each.noun]), each.rest])
  }
  return [...bySubject.values()].map(([first = '', ...rests]) =>
    rests.length === 0 ? first : `${first} ${joinAnd(rests)}`,
  )
}

/** Commas only where an "or", an "and" or a comma inside would be read across. */
function joinAnd(parts: readonly string[]): string {
  return isSimple(parts) ? list(parts, 'and') : parts.join(', and ')
}

function sayAny(clauses: readonly Clause[], detail: Detail, alone: boolean): string {
  const count = clauses.length
  const shown = count <= Math.max(2, detail.alternatives) ? count : detail.alternatives
  const some = clauses.slice(0, shown)
  if (shown < count) {
    const such = some.map((each) => sayInner(each, detail)).join('; or ')
    return `at least one of ${count} alternatives holds${alone ? `, such as: ${such}` : ` (such as: ${such})`}`
  }
  if (count === 2) return sayEither(some, detail, alone)
  const said = some.map((each) => sayInner(each, detail))
  const all = `${said.slice(0, -1).join('; ')}; or ${said.at(-1)}`
  return `at least one of these holds${alone ? `: ${all}` : ` (${all})`}`
}

function sayEither(clauses: readonly Clause[], detail: Detail, alone: boolean): string {
  const said = clauses.map((each) =>
    each.kind === 'values' ? sayValues(each, detail) : `(${sayInner(each, detail)})`,
  )
  const [first, second] = said
  if (typeof first === 'object' && typeof second === 'object' && first.noun === second.noun) {
    const either = isSimple([first.rest, second.rest])
      ? `either ${first.rest} or ${second.rest}`
      : `${first.rest}, or ${second.rest}`
    return isSimple([first.rest, second.rest]) || alone
      ? `${first.noun} ${either}`
      : `(${first.noun} ${either})`
  }
  const parts = said.map(whole)
  if (isSimple(parts) || clauses.every((each) => each.kind !== 'values')) {
    return `either ${parts.join(' or ')}`
  }
  return alone ? `either ${parts.join(', or ')}` : `(${parts.join(', or ')})`
}

/** Whether parts can be joined without being read across. */
function isSimple(parts: readonly string[]): boolean {
  return parts.every((part) => !/ (?:or|and|nor) |,/.test(part))
}

function whole(said: Statement | string): string {
  return typeof said === 'string' ? said : `${said.noun} ${said.rest}`
}

/** Names only what is looked at, for a detection that is too long to be said. */
export function sayFields(clause: Clause, most: number): string {
  const nouns = new Set<string>()
  const visit = (each: Clause) => {
    if (each.kind === 'values') nouns.add(fieldNoun(each.field, false))
    else each.clauses.forEach(visit)
  }
  visit(clause)
  const all = [...nouns]
  if (all.length <= most) return list(all, 'and')
  return `${all.slice(0, most - 1).join(', ')} and ${all.length - most + 1} further fields`
}
