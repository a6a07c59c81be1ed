import type { Keyword, Match, Predicate } from '@/lib/sigma/ast'
import { type Clause, joinClauses, negateClause, type Values } from './clause'
import { sayComparison } from './comparison-words'
import { groupClauses } from './group-clauses'
import type { FindWritten } from './written-value'

/** What is said of values that went through an encoding, by the last of these among the modifiers. */
const WIDE = ['wide', 'utf16', 'utf16le', 'utf16be']
const BASE64 = ['base64', 'base64offset']

/**
 * Puts a predicate into the shape in which it is said: negations stand at the fields, comparisons of
 * one field with the same relation are one clause, and the forms that a modifier made of one value
 * (dashes, Base64) are that value again.
 */
export function toClause(predicate: Predicate, findWritten: FindWritten): Clause {
  switch (predicate.kind) {
    case 'not':
      return negateClause(toClause(predicate.operand, findWritten))
    case 'and':
    case 'or': {
      const kind = predicate.kind === 'and' ? 'all' : 'any'
      const joined = joinClauses(
        kind,
        predicate.operands.map((each) => toClause(each, findWritten)),
      )
      return joined.kind === kind ? joinClauses(kind, groupClauses(kind, joined.clauses)) : joined
    }
    default:
      return sayMatch(predicate, findWritten)
  }
}

function sayMatch(match: Match | Keyword, findWritten: FindWritten): Values {
  const field = match.kind === 'match' ? match.field : null
  const { comparison } = match
  const said = sayComparison(field, comparison)
  const clause: Values = {
    kind: 'values',
    field,
    relation: said.relation,
    values: said.value === null ? [] : [said.value],
    join: 'any',
    negated: false,
    suffix: said.suffix,
  }
  // Only text can have been encoded, and only the path tells: `CommandLine|windash|contains`.
  if (comparison.kind !== 'string') return clause
  const key = match.path.findLast((step) => typeof step === 'string')
  if (key === undefined || !/\|(?:base64|wide|utf16|windash)/.test(key)) return clause
  const written = findWritten(match.path)
  if (written === null) return clause
  const { modifiers, value } = written
  const encoding = [
    ...(modifiers.includes('windash') ? ['with any dash or slash'] : []),
    ...(modifiers.some((name) => WIDE.includes(name)) ? ['as UTF-16'] : []),
    ...(modifiers.some((name) => BASE64.includes(name)) ? ['in Base64'] : []),
  ]
  const suffix = encoding.length === 0 ? clause.suffix : ` (${encoding.join(', ')})`
  return { ...clause, values: [String(value)], suffix }
}
