import { assertNever } from '@/lib/diagnostics'
import type { Condition } from './ast'

/**
 * Writes a condition with as few brackets as its meaning and its nesting allow:
 * `parseCondition(printCondition(c)).expression` equals `c` for every `c` that `parseCondition` makes.
 */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'or':
    case 'and':
      return condition.operands
        .map((operand) => bracketed(operand, bindsLooser(operand, condition.kind)))
        .join(` ${condition.kind} `)
    case 'not': {
      const { operand } = condition
      return `not ${bracketed(operand, operand.kind === 'and' || operand.kind === 'or')}`
    }
    case 'identifier':
      return condition.name
    case 'quantified':
      return `${condition.quantifier} of ${condition.pattern}`
    default:
      return assertNever(condition)
  }
}

/** An operand of the same operator was in brackets too, or it would have been one list. */
function bindsLooser(operand: Condition, parent: 'and' | 'or'): boolean {
  return operand.kind === 'or' || (operand.kind === 'and' && parent === 'and')
}

function bracketed(condition: Condition, brackets: boolean): string {
  return brackets ? `(${printCondition(condition)})` : printCondition(condition)
}
