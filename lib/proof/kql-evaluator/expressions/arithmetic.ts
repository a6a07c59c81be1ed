import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { modulo } from '../ticks'
import { isNumeric, type KustoType, type Value } from '../value'

/** `+ - * / %` of numbers, datetimes and timespans (numerical operators, datetime arithmetic pages). */
export function compileArithmetic(
  operator: string,
  left: Expression,
  right: Expression,
  node: KustoNode,
): Expression | undefined {
  if (!['+', '-', '*', '/', '%'].includes(operator)) return undefined
  const type = resultType(operator, left.type, right.type)
  if (type === undefined) {
    throw new EvaluationError(`"${operator}" of ${left.type} and ${right.type}`, node)
  }
  return {
    type,
    evaluate: (row) => calculate(operator, left.evaluate(row), right.evaluate(row), type, node),
  }
}

export function compileNegation(operand: Expression, node: KustoNode): Expression {
  if (!isNumeric(operand.type) && operand.type !== 'timespan') {
    throw new EvaluationError(`Negative ${operand.type}`, node)
  }
  return {
    type: operand.type,
    evaluate: (row) => {
      const value = operand.evaluate(row)
      return typeof value === 'number' || typeof value === 'bigint' ? -value : null
    },
  }
}

function resultType(operator: string, left: KustoType, right: KustoType): KustoType | undefined {
  if (isNumeric(left) && isNumeric(right)) {
    if (left === 'real' || right === 'real') return 'real'
    return left === 'int' && right === 'int' ? 'int' : 'long'
  }
  const pair = `${left} ${operator} ${right}`
  if (pair === 'datetime - datetime') return 'timespan'
  if (/^datetime [+-] timespan$/.test(pair) || pair === 'timespan + datetime') return 'datetime'
  if (/^timespan [+-] timespan$/.test(pair)) return 'timespan'
  if (pair === 'timespan / timespan') return 'real'
  if (left === 'timespan' && isNumeric(right) && '*/'.includes(operator)) return 'timespan'
  if (isNumeric(left) && right === 'timespan' && operator === '*') return 'timespan'
  return undefined
}

function calculate(
  operator: string,
  left: Value,
  right: Value,
  type: KustoType,
  node: KustoNode,
): Value {
  if (left === null || right === null) return null
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    if (operator === '/') return Number(left) / Number(right)
    return operator === '+' ? left + right : left - right
  }
  const [a, b] = [Number(left), Number(right)]
  const result = calculateNumber(operator, a, b, type)
  if (result === null || !Number.isFinite(result)) {
    throw new EvaluationError('Division by zero', node)
  }
  if (type === 'timespan') return BigInt(Math.round(result))
  if (type !== 'real' && !Number.isSafeInteger(result)) {
    throw new EvaluationError('A long beyond 2^53', node)
  }
  return result
}

function calculateNumber(operator: string, a: number, b: number, type: KustoType): number | null {
  if (operator === '+') return a + b
  if (operator === '-') return a - b
  if (operator === '*') return a * b
  if (b === 0) return null
  if (operator === '/') return type === 'real' || type === 'timespan' ? a / b : Math.trunc(a / b)
  return type === 'real' ? a % b : Number(modulo(BigInt(a), BigInt(Math.abs(b))))
}
