import type { Condition } from './ast'
import { type ConditionToken, lexCondition } from './condition-lexer'
import { quote } from './describe-value'
import { ProblemError } from './problem'

/** Brackets and `not` inside each other; written conditions have three or four. */
const MAX_NESTING = 100

/**
 * Parses a condition (Sigma rules specification, "Condition"): `not` binds tightest, then `and`,
 * then `or`; brackets are kept as nesting.
 *
 * ```
 * or      = and { "or" and }
 * and     = not { "and" not }
 * not     = { "not" } operand
 * operand = "(" or ")" | quantifier "of" pattern | identifier
 * ```
 *
 * @throws ProblemError SIGMA_CONDITION_SYNTAX
 */
export function parseCondition(source: string): {
  readonly expression: Condition
  readonly aggregation: string | null
} {
  const { tokens, aggregation } = lexCondition(source)
  if (aggregation === '') throw fault('The condition ends with "|"; remove it.')
  return { expression: new ConditionParser(tokens).parse(), aggregation }
}

class ConditionParser {
  private next = 0
  private nesting = 0

  constructor(private readonly tokens: readonly ConditionToken[]) {}

  parse(): Condition {
    const expression = this.or()
    if (this.peek().kind !== 'end') throw this.unexpected('"and", "or" or the end')
    return expression
  }

  private or(): Condition {
    return this.joined('or', () => this.and())
  }

  private and(): Condition {
    return this.joined('and', () => this.not())
  }

  private joined(kind: 'and' | 'or', operand: () => Condition): Condition {
    const first = operand()
    if (this.peek().kind !== kind) return first
    const operands = [first]
    while (this.peek().kind === kind) {
      this.next++
      operands.push(operand())
    }
    return { kind, operands }
  }

  private not(): Condition {
    if (this.peek().kind !== 'not') return this.operand()
    this.next++
    return this.nested(() => ({ kind: 'not', operand: this.not() }))
  }

  private operand(): Condition {
    const token = this.peek()
    if (token.kind === '(') {
      this.next++
      const inner = this.nested(() => this.or())
      if (this.peek().kind !== ')') throw this.unexpected('")"')
      this.next++
      return inner
    }
    if (token.kind !== 'word') throw this.unexpected('a search identifier')
    this.next++
    const following = this.peek()
    if (following.kind === 'word' && following.text.toLowerCase() === 'of') {
      return this.quantified(token.text)
    }
    if (token.text.includes('*')) {
      throw fault(`${quote(token.text)} is a pattern; put "1 of" or "all of" before it.`)
    }
    return { kind: 'identifier', name: token.text }
  }

  private quantified(word: string): Condition {
    const quantifier = readQuantifier(word)
    if (quantifier === null) {
      throw fault(`Before "of" stands ${quote(word)}; expected "1", "any", "all" or a number.`)
    }
    this.next++
    const token = this.peek()
    if (token.kind !== 'word') throw this.unexpected('"them" or a pattern such as "selection*"')
    this.next++
    const pattern = token.text.toLowerCase() === 'them' ? 'them' : token.text
    return { kind: 'quantified', quantifier, pattern }
  }

  private nested(inside: () => Condition): Condition {
    if (++this.nesting > MAX_NESTING) {
      throw fault(`The condition nests deeper than ${MAX_NESTING} brackets; simplify it.`)
    }
    const inner = inside()
    this.nesting--
    return inner
  }

  private peek(): ConditionToken {
    return this.tokens[this.next] ?? { kind: 'end', offset: 0 }
  }

  private unexpected(expected: string): ProblemError {
    const token = this.peek()
    const found = token.kind === 'end' ? 'its end' : quote(wordOf(token))
    return fault(
      `The condition needs ${expected} at character ${token.offset + 1}, found ${found}.`,
    )
  }
}

function wordOf(token: ConditionToken): string {
  return token.kind === 'word' ? token.text : token.kind
}

function readQuantifier(word: string): 'any' | 'all' | number | null {
  const name = word.toLowerCase()
  if (name === 'any' || name === 'all') return name
  return /^[1-9][0-9]{0,3}$/.test(name) ? Number(name) : null
}

function fault(message: string): ProblemError {
  return new ProblemError('SIGMA_CONDITION_SYNTAX', message)
}
