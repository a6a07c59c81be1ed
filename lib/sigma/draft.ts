import type { Comparison, RawValue, SigmaString } from './ast'
import { quote } from './describe-value'
import { ProblemError } from './problem'
import { parseSigmaString } from './sigma-string'

/** A value on its way through its modifiers. */
export type Draft =
  /** As written: no modifier has touched it yet. */
  | { readonly kind: 'raw'; readonly value: RawValue }
  | TextDraft
  | Exclude<Comparison, { readonly kind: 'string' | 'number' | 'boolean' | 'null' }>

export interface TextDraft {
  readonly kind: 'text'
  /** The value as the rule has it, for placeholders. */
  readonly source: string
  readonly value: SigmaString
  readonly cased: boolean
  /** After `wide` and its like each character stands for one byte. */
  readonly bytes: boolean
}

/** Turns one value into the values that stand for it; several are alternatives. */
export type Transform = (draft: Draft, modifier: string) => readonly Draft[]

/** The text that a string modifier works on; a number is the digits it was written with. */
export function asText(draft: Draft, modifier: string): TextDraft {
  if (draft.kind === 'text') return draft
  if (draft.kind !== 'raw') throw cannotFollow(modifier, draft)
  if (draft.value === null || typeof draft.value === 'boolean') {
    throw new ProblemError(
      'SIGMA_INVALID_VALUE',
      `The modifier "${modifier}" needs text, found ${String(draft.value)}; put quotes around it or remove the modifier.`,
    )
  }
  const source = String(draft.value)
  return { kind: 'text', source, value: parseSigmaString(source), cased: false, bytes: false }
}

/** The value as written, for modifiers that have to come first. */
export function asRaw(draft: Draft, modifier: string): RawValue {
  if (draft.kind === 'raw') return draft.value
  throw cannotFollow(modifier, draft)
}

export function cannotFollow(modifier: string, draft: Draft): ProblemError {
  const before = draft.kind === 'text' ? 'one that changes text' : NAMES[draft.kind]
  return new ProblemError(
    'SIGMA_INVALID_MODIFIER',
    `The modifier "${modifier}" cannot come after ${before}; remove one of the two.`,
  )
}

const NAMES: Record<Exclude<Draft['kind'], 'text'>, string> = {
  raw: 'another modifier',
  exists: '"exists"',
  regex: '"re"',
  cidr: '"cidr"',
  order: 'a numeric modifier',
  field: '"fieldref"',
  'time-part': 'a time modifier',
  placeholder: '"expand"',
}

/** What is compared when the last modifier has been applied. */
export function finish(draft: Draft): Comparison {
  if (draft.kind === 'text') {
    if (draft.bytes && !isAscii(draft.value)) {
      throw new ProblemError(
        'SIGMA_INVALID_MODIFIER',
        `The UTF-16 form of ${quote(draft.source)} is no text; add "base64" or "base64offset" after it.`,
      )
    }
    return { kind: 'string', value: draft.value, cased: draft.cased }
  }
  return draft.kind === 'raw' ? plainComparison(draft.value) : draft
}

function plainComparison(value: RawValue): Comparison {
  if (value === null) return { kind: 'null' }
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  return { kind: 'string', value: parseSigmaString(value), cased: false }
}

function isAscii(value: SigmaString): boolean {
  return value.parts.every(
    (part) => part.kind !== 'text' || [...part.text].every((char) => char <= '\x7f'),
  )
}
