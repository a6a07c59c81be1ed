import { and, type FilterOperator, type KqlExpression, not } from './ast'

/** Operators whose negation Kusto writes as an operator of its own. */
const NEGATED: Partial<Record<FilterOperator, FilterOperator>> = {
  '==': '!=',
  '=~': '!~',
  contains: '!contains',
  contains_cs: '!contains_cs',
  startswith: '!startswith',
  startswith_cs: '!startswith_cs',
  endswith: '!endswith',
  endswith_cs: '!endswith_cs',
}

/**
 * `not(e)` with the `not` pushed in as far as it stays readable: a negated operator for a single
 * comparison, one conjunct for each alternative of an `or`.
 *
 * Both sides agree on null too: `==` and `in` of a null column are false and their negations true
 * (https://learn.microsoft.com/kusto/query/scalar-data-types/null-values); strings are never null.
 * `<`, `matches regex` and calls keep their `not(…)`.
 */
export function negate(expression: KqlExpression): KqlExpression {
  switch (expression.kind) {
    case 'or':
      return and(expression.operands.map(negate))
    case 'not':
      return expression.operand
    case 'in':
      if (expression.operator === 'in') return { ...expression, operator: '!in' }
      if (expression.operator === 'in~') return { ...expression, operator: '!in~' }
      return not(expression)
    case 'in-table':
      return { ...expression, operator: expression.operator === 'in' ? '!in' : 'in' }
    case 'filter': {
      const operator = NEGATED[expression.operator]
      return operator === undefined ? not(expression) : { ...expression, operator }
    }
    case 'call':
      if (expression.name === 'isempty') return { ...expression, name: 'isnotempty' }
      if (expression.name === 'isnotempty') return { ...expression, name: 'isempty' }
      return not(expression)
    default:
      return not(expression)
  }
}
