import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import type { Value } from '../value'

/**
 * `and` and `or`: null counts as false (logical operators page, note), so `bool(null) and true` is
 * false; not() of null stays null (null-values page).
 */
export function compileLogic(
  operator: string,
  left: Expression,
  right: Expression,
  node: KustoNode,
): Expression | undefined {
  if (operator !== 'and' && operator !== 'or') return undefined
  const holds = (operand: Expression): ((value: Value) => boolean) => {
    if (operand.type !== 'bool' && operand.type !== 'dynamic') {
      throw new EvaluationError(`"${operator}" of a ${operand.type}`, node)
    }
    return (value) => {
      if (value !== null && typeof value !== 'boolean') {
        throw new EvaluationError(`"${operator}" of ${JSON.stringify(value)}`, node)
      }
      return value === true
    }
  }
  const [isLeft, isRight] = [holds(left), holds(right)]
  return operator === 'and'
    ? {
        type: 'bool',
        evaluate: (row) => isLeft(left.evaluate(row)) && isRight(right.evaluate(row)),
      }
    : {
        type: 'bool',
        evaluate: (row) => isLeft(left.evaluate(row)) || isRight(right.evaluate(row)),
      }
}
