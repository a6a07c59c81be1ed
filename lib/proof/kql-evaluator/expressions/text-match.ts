import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileRegex } from '../regex'
import { foldCase, hasTerm, type TermBounds } from '../text'
import { toText } from '../to-text'
import type { KustoType } from '../value'

type Match = (text: string, sought: string) => boolean

const term =
  (bounds: TermBounds): Match =>
  (text, sought) => {
    if (sought === '')
      throw new EvaluationError('What "has" means for an empty text is not documented')
    return hasTerm(text, sought, bounds)
  }

const MATCHES: Readonly<Record<string, Match>> = {
  contains: (text, sought) => text.includes(sought),
  startswith: (text, sought) => text.startsWith(sought),
  endswith: (text, sought) => text.endsWith(sought),
  has: term({ before: true, after: true }),
  hasprefix: term({ before: true, after: false }),
  hassuffix: term({ before: false, after: true }),
}

/** `contains`, `has`, `startswith` … with `!` and `_cs`, and `matches regex` (string operators page). */
export function compileTextMatch(
  operator: string,
  left: Expression,
  right: Expression,
  node: KustoNode,
): Expression | undefined {
  const found = /^(!?)(matches regex|[a-z]+?)(_cs)?$/.exec(operator)
  if (found === null) return undefined
  const [, negation, name = '', cased] = found
  for (const { type } of [left, right]) checkText(type, operator, node)
  if (name === 'matches regex') return compileRegexMatch(left, right)
  const match = Object.hasOwn(MATCHES, name) ? MATCHES[name] : undefined
  if (match === undefined) return undefined
  const fold = cased === undefined ? foldCase : (text: string): string => text
  return {
    type: 'bool',
    evaluate: (row) => {
      const text = fold(toText(left.evaluate(row), left.type))
      const sought = fold(toText(right.evaluate(row), right.type))
      return match(text, sought) !== (negation === '!')
    },
  }
}

function compileRegexMatch(left: Expression, right: Expression): Expression {
  return {
    type: 'bool',
    evaluate: (row) => {
      const regex = compileRegex(toText(right.evaluate(row), right.type))
      return regex.find(toText(left.evaluate(row), left.type))
    },
  }
}

function checkText(type: KustoType, operator: string, node: KustoNode): void {
  if (type !== 'string' && type !== 'dynamic') {
    throw new EvaluationError(`"${operator}" of a ${type}`, node)
  }
}
