import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import type { Row } from '../table'
import { foldCase, hasTerm } from '../text'
import { toText } from '../to-text'
import { isArray, type Value } from '../value'
import { checkComparable, equals, equalsFolded } from './compare'

/**
 * `in`, `!in`, `in~`, `!in~`, `has_any`, `has_all`. A list element that is a dynamic array counts with
 * its elements (in operator page). `in` follows `==`, so `null !in (1)` is true.
 */
export function compileMembership(
  operator: string,
  left: Expression,
  itemGroups: readonly (readonly Expression[])[],
  node: KustoNode,
): Expression {
  const items = itemGroups.flat()
  const isTerms = operator.startsWith('has_')
  for (const item of items) {
    if (isTerms && item.type !== 'string' && item.type !== 'dynamic') {
      throw new EvaluationError(`"${operator}" of a ${item.type}`, node)
    }
    checkComparable(left.type, item.type, node)
  }
  const valuesOf = (row: Row): readonly Value[] =>
    items.flatMap((item): readonly Value[] => {
      const value = item.evaluate(row)
      return item.type === 'dynamic' && isArray(value) ? value : [value]
    })
  if (isTerms) return compileTerms(operator, left, valuesOf)
  const test = operator.endsWith('~') ? equalsFolded : equals
  const negated = operator.startsWith('!')
  return {
    type: 'bool',
    evaluate: (row) => {
      const value = left.evaluate(row)
      const results = valuesOf(row).map((item) => test(value, item))
      if (results.includes(true)) return !negated
      return results.includes(null) ? null : negated
    },
  }
}

function compileTerms(
  operator: string,
  left: Expression,
  valuesOf: (row: Row) => readonly Value[],
): Expression {
  return {
    type: 'bool',
    evaluate: (row) => {
      const text = foldCase(toText(left.evaluate(row), left.type))
      const holds = (value: Value): boolean => {
        const sought = foldCase(toText(value, 'dynamic'))
        if (sought === '') {
          throw new EvaluationError(`What "${operator}" means for an empty text is not documented`)
        }
        return hasTerm(text, sought, { before: true, after: true })
      }
      const values = valuesOf(row)
      return operator === 'has_all' ? values.every(holds) : values.some(holds)
    },
  }
}
