import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { foldCase } from '../text'
import { isNumeric, type KustoType, type Value } from '../value'

type Test = (left: Value, right: Value) => boolean | null

/**
 * Equality of two values of comparable types (null-values page): null against a value differs, null
 * against null is null. The types were checked by `comparable`; a dynamic shows its type only here.
 */
export function equals(left: Value, right: Value): boolean | null {
  if (left === null || right === null) return left === null && right === null ? null : false
  if (typeof left !== typeof right || typeof left === 'object') {
    throw new EvaluationError(
      `Comparing ${JSON.stringify(left)} with ${JSON.stringify(right)} is not documented`,
    )
  }
  return left === right
}

/** `=~`: case folds for ASCII letters only (string operators page). */
export function equalsFolded(left: Value, right: Value): boolean | null {
  if (typeof left === 'string' && typeof right === 'string') {
    return foldCase(left) === foldCase(right)
  }
  return equals(left, right)
}

const negate =
  (test: Test): Test =>
  (left, right) => {
    const result = test(left, right)
    return result === null ? null : !result
  }

const order =
  (accept: (sign: number) => boolean): Test =>
  (left, right) => {
    if (left === null || right === null) return null
    if (typeof left !== typeof right || typeof left === 'object' || typeof left === 'boolean') {
      throw new EvaluationError(`Ordering ${String(left)} and ${String(right)} is not documented`)
    }
    return accept(left < right ? -1 : left > right ? 1 : 0)
  }

const TESTS: Readonly<Record<string, Test>> = {
  '==': equals,
  '!=': negate(equals),
  '<>': negate(equals),
  '=~': equalsFolded,
  '!~': negate(equalsFolded),
  '<': order((sign) => sign < 0),
  '<=': order((sign) => sign <= 0),
  '>': order((sign) => sign > 0),
  '>=': order((sign) => sign >= 0),
}

export function compileComparison(
  operator: string,
  left: Expression,
  right: Expression,
  node: KustoNode,
): Expression | undefined {
  const test = Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined
  if (test === undefined) return undefined
  checkComparable(left.type, right.type, node)
  if (operator.includes('~') && ![left.type, right.type].every(isText)) {
    throw new EvaluationError(`"${operator}" of ${left.type} and ${right.type}`, node)
  }
  return { type: 'bool', evaluate: (row) => test(left.evaluate(row), right.evaluate(row)) }
}

/** `between` includes both ends; `x between (a .. 1d)` means up to a + 1d (between page). */
export function compileBetween(
  value: Expression,
  low: Expression,
  high: Expression,
  negated: boolean,
  node: KustoNode,
): Expression {
  const isSpan = value.type === 'datetime' && high.type === 'timespan'
  checkComparable(value.type, low.type, node)
  if (!isSpan) checkComparable(value.type, high.type, node)
  const [atLeast, atMost] = [order((sign) => sign >= 0), order((sign) => sign <= 0)]
  return {
    type: 'bool',
    evaluate: (row) => {
      const [v, from, to] = [value.evaluate(row), low.evaluate(row), high.evaluate(row)]
      const end = isSpan && typeof from === 'bigint' && typeof to === 'bigint' ? from + to : to
      const results = [atLeast(v, from), atMost(v, end)]
      if (results.includes(null)) return null
      return results.every((result) => result === true) !== negated
    },
  }
}

/** Refuses what Microsoft's binder lets pass without saying what it means, such as int against string. */
export function checkComparable(left: KustoType, right: KustoType, node: KustoNode): void {
  const fits =
    left === right ||
    left === 'dynamic' ||
    right === 'dynamic' ||
    (isNumeric(left) && isNumeric(right))
  if (!fits) throw new EvaluationError(`Comparing ${left} with ${right} is not documented`, node)
}

function isText(type: KustoType): boolean {
  return type === 'string' || type === 'dynamic'
}
