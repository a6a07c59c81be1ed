import type { TimePart } from './ast'
import { describeValue, quote } from './describe-value'
import { asRaw, asText, cannotFollow, type Draft, type Transform } from './draft'
import { parseNetwork } from './ip-network'
import { expandPlaceholders } from './placeholders'
import { ProblemError } from './problem'
import { hasWildcard, textOf } from './sigma-string'

/**
 * Type modifiers: they say what kind of comparison a value is for, and have to come before any
 * other (rules specification, "Modifier Types"; the appendix section is named at each).
 */
export const CHANGES_TYPE: Readonly<Record<string, Transform>> = {
  // Regular Expression
  re: (draft, name) => {
    const pattern = asRaw(draft, name)
    if (typeof pattern !== 'string') throw wrongValue(name, 'text in quotes', pattern)
    const flags = { ignoreCase: false, multiLine: false, dotAll: false }
    return [{ kind: 'regex', pattern, ...flags }]
  },
  i: flag('ignoreCase'),
  ignorecase: flag('ignoreCase'),
  m: flag('multiLine'),
  multiline: flag('multiLine'),
  s: flag('dotAll'),
  dotall: flag('dotAll'),

  // Generic Modifiers
  exists: (draft, name) => {
    const expected = asRaw(draft, name)
    if (typeof expected !== 'boolean')
      throw wrongValue(name, 'true or false without quotes', expected)
    return [{ kind: 'exists', expected }]
  },

  // Numeric Modifiers
  lt: order('lt'),
  lte: order('lte'),
  gt: order('gt'),
  gte: order('gte'),

  // Time Modifiers. A week is an ISO week, and some years have 53 of them.
  minute: timePart('minute', 0, 59),
  hour: timePart('hour', 0, 23),
  day: timePart('day', 1, 31),
  week: timePart('week', 1, 53),
  month: timePart('month', 1, 12),
  year: timePart('year', 1, 9999),

  // IP (Internet Protocol) Modifiers
  cidr: (draft, name) => {
    const value = asRaw(draft, name)
    const parsed = typeof value === 'string' ? parseNetwork(value.trim()) : null
    if (parsed === null)
      throw wrongValue(name, 'a network such as "10.0.0.0/8" or "fe80::/10"', value)
    if (parsed.hasHostBits) throw wrongValue(name, `a network, such as "${parsed.network}",`, value)
    return [{ kind: 'cidr', network: parsed.network, version: parsed.version }]
  },

  // Specific Modifiers
  expand: (draft) => [expandPlaceholders(draft)],
  fieldref: (draft, name) => {
    const text = asText(draft, name)
    const other = textOf(text.value).trim()
    if (hasWildcard(text.value) || other === '') {
      throw wrongValue(name, 'a field name without wildcards', text.source)
    }
    return [{ kind: 'field', other, shape: 'equals', cased: text.cased }]
  },
}

function flag(name: 'ignoreCase' | 'multiLine' | 'dotAll'): Transform {
  return (draft, modifier) => {
    if (draft.kind === 'placeholder') return [draft]
    if (draft.kind === 'regex') return [{ ...draft, [name]: true }]
    throw new ProblemError(
      'SIGMA_INVALID_MODIFIER',
      `The modifier "${modifier}" stands directly after "re"; write "re|${modifier}".`,
    )
  }
}

function order(operator: 'lt' | 'lte' | 'gt' | 'gte'): Transform {
  return (draft, name) => [{ kind: 'order', operator, value: asNumber(draft, name) }]
}

function timePart(part: TimePart, least: number, most: number): Transform {
  return (draft, name) => {
    const value = asNumber(draft, name)
    if (!Number.isInteger(value) || value < least || value > most) {
      throw wrongValue(name, `a whole number from ${least} to ${most}`, value)
    }
    return [{ kind: 'time-part', part, value }]
  }
}

/** YAML leaves `08` and `0x10` text; here a number is meant, so they are read as YAML 1.2 reads them. */
function asNumber(draft: Draft, name: string): number {
  if (draft.kind !== 'raw') throw cannotFollow(name, draft)
  const text = draft.value === null || typeof draft.value === 'boolean' ? '' : String(draft.value)
  const isNumber = /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|0x[0-9a-f]+|0o[0-7]+)$/i.test(text)
  const value = isNumber ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw wrongValue(name, 'a number', draft.value)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw wrongValue(name, 'a number within 2^53', draft.value)
  }
  return value
}

function wrongValue(name: string, expected: string, found: unknown): ProblemError {
  const value = typeof found === 'string' ? quote(found) : describeValue(found)
  return new ProblemError(
    'SIGMA_INVALID_VALUE',
    `The modifier "${name}" needs ${expected}, found ${value}; correct the value.`,
  )
}
