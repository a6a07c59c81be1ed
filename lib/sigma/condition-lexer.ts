import { quote } from './describe-value'
import { ProblemError } from './problem'

/** `offset` counts from the start of the condition. */
export type ConditionToken =
  | { readonly kind: 'word'; readonly text: string; readonly offset: number }
  | { readonly kind: '(' | ')' | 'and' | 'or' | 'not' | 'end'; readonly offset: number }

export interface LexedCondition {
  readonly tokens: readonly ConditionToken[]
  /** What follows the first `|`: the deprecated aggregation, as written. */
  readonly aggregation: string | null
}

const TOKEN = /[\s]+|[()]|[\p{L}\p{N}_.*-]+/uy

/**
 * Cuts a condition into words, brackets and operators. `and`, `or` and `not` are read in any case;
 * identifiers are letters, digits, `_`, `-` and `.`, patterns have `*` as well.
 *
 * @throws ProblemError SIGMA_CONDITION_SYNTAX on any other character.
 */
export function lexCondition(source: string): LexedCondition {
  const bar = source.indexOf('|')
  const end = bar < 0 ? source.length : bar
  const tokens: ConditionToken[] = []
  let offset = 0
  while (offset < end) {
    TOKEN.lastIndex = offset
    const text = TOKEN.exec(source)?.[0]
    if (text === undefined) throw unexpectedCharacter(source, offset)
    const token = toToken(text, offset)
    if (token !== null) tokens.push(token)
    offset += text.length
  }
  tokens.push({ kind: 'end', offset: end })
  return { tokens, aggregation: bar < 0 ? null : source.slice(bar + 1).trim() }
}

function toToken(text: string, offset: number): ConditionToken | null {
  if (text === '(' || text === ')') return { kind: text, offset }
  if (text.trim() === '') return null
  const word = text.toLowerCase()
  if (word === 'and' || word === 'or' || word === 'not') return { kind: word, offset }
  return { kind: 'word', text, offset }
}

function unexpectedCharacter(source: string, offset: number): ProblemError {
  const char = String.fromCodePoint(source.codePointAt(offset) ?? 0)
  return new ProblemError(
    'SIGMA_CONDITION_SYNTAX',
    `The condition has ${quote(char)} at character ${offset + 1}; expected search identifiers, "and", "or", "not", "1 of", "all of" and brackets.`,
  )
}
