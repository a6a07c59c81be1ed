import { type KqlExpression, oneOf, or } from '@/lib/kql/ast'

/**
 * A disjunction in which equalities of one left side are one `in`: shorter to read, and one node for
 * Microsoft's parser where a chain would nest. Repeated operands are kept once.
 */
export function mergeOr(operands: readonly KqlExpression[]): KqlExpression {
  const groups = new Map<
    string,
    { operator: 'in' | 'in~'; left: KqlExpression; values: (string | number)[] }
  >()
  const merged = new Map<string, KqlExpression | null>()
  for (const operand of operands.flatMap((part) => (part.kind === 'or' ? part.operands : [part]))) {
    const equality = asEquality(operand)
    if (equality === null) {
      merged.set(identityOf(operand), operand)
      continue
    }
    const key = `${equality.operator} ${identityOf(equality.left)}`
    const group = groups.get(key) ?? {
      operator: equality.operator,
      left: equality.left,
      values: [],
    }
    for (const value of equality.values) if (!group.values.includes(value)) group.values.push(value)
    groups.set(key, group)
    merged.set(key, null)
  }
  return or(
    [...merged].map(([key, operand]) => {
      const group = groups.get(key)
      if (operand !== null) return operand
      if (group === undefined) throw new Error('A merged equality has lost its group.')
      return oneOf(group.left, group.operator, group.values)
    }),
  )
}

/** The same text for the same expression; without a detour for the commonest, a column and a text. */
function identityOf(expression: KqlExpression): string {
  if (expression.kind === 'column') return expression.name
  if (
    expression.kind === 'filter' &&
    expression.left.kind === 'column' &&
    expression.right.kind === 'literal'
  ) {
    const { operator, left, right } = expression
    return `${operator} ${left.name} ${typeof right.value} ${right.value}`
  }
  return JSON.stringify(expression)
}

interface Equality {
  readonly operator: 'in' | 'in~'
  readonly left: KqlExpression
  readonly values: readonly (string | number)[]
}

function asEquality(expression: KqlExpression): Equality | null {
  if (expression.kind === 'in' && (expression.operator === 'in' || expression.operator === 'in~')) {
    return { operator: expression.operator, left: expression.left, values: expression.values }
  }
  if (expression.kind !== 'filter' || expression.right.kind !== 'literal') return null
  const { value } = expression.right
  if (typeof value === 'boolean') return null
  if (expression.operator === '=~')
    return { operator: 'in~', left: expression.left, values: [value] }
  if (expression.operator === '==')
    return { operator: 'in', left: expression.left, values: [value] }
  return null
}
