import { call, type FilterOperator, filter, type KqlExpression } from '@/lib/kql/ast'
import { escapeRegex } from '@/lib/kql/regex'
import type { SigmaString, StringPart } from '@/lib/sigma/ast'

/** How Kusto compares text, by where a pattern is open: without case, and with it. */
export const TEXT_OPERATORS = {
  equals: { plain: '=~', cased: '==' },
  contains: { plain: 'contains', cased: 'contains_cs' },
  startswith: { plain: 'startswith', cased: 'startswith_cs' },
  endswith: { plain: 'endswith', cased: 'endswith_cs' },
} as const satisfies Record<string, { plain: FilterOperator; cased: FilterOperator }>

/**
 * A string pattern against a string expression: the operator follows from where the wildcards
 * stand. Sigma compares without case unless `cased` (Sigma 2.1, "String Wildcard", "cased"), so never
 * `==`, and never `has`, which compares whole terms.
 */
export function lowerString(
  left: KqlExpression,
  value: SigmaString,
  cased: boolean,
): KqlExpression {
  const { parts } = value
  if (parts.length === 0) return call('isempty', left)
  if (parts.every((part) => part.kind === 'any')) return call('isnotempty', left)
  const shape = shapeOf(parts)
  if (shape === null) return filter(left, 'matches regex', patternOf(parts, cased))
  if (cased) return filter(left, TEXT_OPERATORS[shape.name].cased, shape.text)
  const folded = foldedBeyondAscii(shape.text)
  return folded === null
    ? filter(left, TEXT_OPERATORS[shape.name].plain, shape.text)
    : filter(call('tolower', left), TEXT_OPERATORS[shape.name].plain, folded)
}

/**
 * Kusto's operators fold the case of ASCII letters only; for other text its reference names
 * `tolower` (https://learn.microsoft.com/kusto/query/datatypes-string-operators).
 */
function foldedBeyondAscii(text: string): string | null {
  const letters = text.match(/\P{ASCII}+/gu)?.join('') ?? ''
  return letters.toLowerCase() === letters.toUpperCase() ? null : text.toLowerCase()
}

/** True where the pattern cannot be written as a plain comparison. */
export function needsRegex({ parts }: SigmaString): boolean {
  return parts.some((part) => part.kind !== 'any') && shapeOf(parts) === null
}

function shapeOf(
  parts: readonly StringPart[],
): { name: keyof typeof TEXT_OPERATORS; text: string } | null {
  const open = parts[0]?.kind === 'any'
  const openEnd = parts.length > 1 && parts.at(-1)?.kind === 'any'
  const [inner, ...rest] = parts.slice(open ? 1 : 0, openEnd ? -1 : undefined)
  if (rest.length > 0 || inner?.kind !== 'text') return null
  const name = open ? (openEnd ? 'contains' : 'endswith') : openEnd ? 'startswith' : 'equals'
  return { name, text: inner.text }
}

/** Anchored, and with `.` for line breaks too: a wildcard stands for any characters. */
function patternOf(parts: readonly StringPart[], cased: boolean): string {
  const open = parts[0]?.kind === 'any'
  const openEnd = parts.at(-1)?.kind === 'any'
  const body = parts
    .slice(open ? 1 : 0, openEnd ? -1 : undefined)
    .map((part) =>
      part.kind === 'text' ? escapeRegex(part.text) : part.kind === 'any' ? '.*' : '.',
    )
    .join('')
  return `(?${cased ? '' : 'i'}s)${open ? '' : '^'}${body}${openEnd ? '' : '$'}`
}

/** Every text of the pattern, changed. */
export function mapText(value: SigmaString, change: (text: string) => string): SigmaString {
  return {
    parts: value.parts.map((part) =>
      part.kind === 'text' ? { kind: 'text', text: change(part.text) } : part,
    ),
  }
}
