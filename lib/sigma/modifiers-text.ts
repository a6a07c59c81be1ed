import { quote } from './describe-value'
import { asText, cannotFollow, type Draft, type TextDraft, type Transform } from './draft'
import { latin1Bytes, toBase64, toBase64Offsets, toUtf16, utf8Bytes } from './encoding'
import { ProblemError } from './problem'
import { hasWildcard, plainString, surround, textOf } from './sigma-string'
import { expandDashes } from './windash'

/**
 * Transformation modifiers: what they take is text, and what they give is text (rules specification,
 * "Modifier Types"; modifiers appendix, "Generic Modifiers", "String Modifiers", "Encoding").
 */
export const CHANGES_TEXT: Readonly<Record<string, Transform>> = {
  // Generic Modifiers. The wildcards are added to the parts: a last backslash cannot escape them.
  contains: (draft, name) => anchored(draft, name, 'contains'),
  startswith: (draft, name) => anchored(draft, name, 'startswith'),
  endswith: (draft, name) => anchored(draft, name, 'endswith'),
  cased: (draft, name) => {
    if (draft.kind === 'field') return [{ ...draft, cased: true }]
    return onText(draft, name, (text) => [{ ...text, cased: true }])
  },

  // String Modifiers
  windash: (draft, name) =>
    onText(draft, name, (text) => expandDashes(text.value).map((value) => ({ ...text, value }))),

  // Encoding
  base64: (draft, name) =>
    onText(draft, name, (text) => [encoded(text, toBase64(bytesOf(text, name)))]),
  base64offset: (draft, name) => onText(draft, name, (text) => offsets(text, name)),
  wide: (draft, name) => onText(draft, name, (text) => [utf16(text, name, 'le')]),
  utf16le: (draft, name) => onText(draft, name, (text) => [utf16(text, name, 'le')]),
  utf16be: (draft, name) => onText(draft, name, (text) => [utf16(text, name, 'be')]),
  utf16: (draft, name) =>
    onText(draft, name, (text) => {
      const { parts } = utf16(text, name, 'le').value
      const mark = { kind: 'text', text: '\xff\xfe' } as const
      return [{ ...text, value: { parts: [mark, ...parts] }, bytes: true }]
    }),
}

function onText(
  draft: Draft,
  name: string,
  change: (text: TextDraft) => readonly Draft[],
): readonly Draft[] {
  // A placeholder stays one: its values are not known yet, and targets refuse it.
  return draft.kind === 'placeholder' ? [draft] : change(asText(draft, name))
}

type Shape = 'contains' | 'startswith' | 'endswith'

function anchored(draft: Draft, name: string, shape: Shape): readonly Draft[] {
  if (draft.kind === 'field') return [{ ...draft, shape: joinShapes(draft.shape, shape) }]
  if (draft.kind === 'regex') {
    if (draft.multiLine && shape !== 'contains') throw cannotFollow(name, draft)
    // An expression is found anywhere, so that "contains" is what it does already.
    const pattern = {
      contains: draft.pattern,
      startswith: `^(?:${draft.pattern})`,
      endswith: `(?:${draft.pattern})$`,
    }
    return [{ ...draft, pattern: pattern[shape] }]
  }
  return onText(draft, name, (text) => [
    { ...text, value: surround(text.value, shape !== 'startswith', shape !== 'endswith') },
  ])
}

function joinShapes(first: 'equals' | Shape, second: Shape): Shape {
  return first === 'equals' || first === second ? second : 'contains'
}

function utf16(text: TextDraft, name: string, order: 'le' | 'be'): TextDraft {
  if (text.bytes) {
    throw new ProblemError(
      'SIGMA_INVALID_MODIFIER',
      `The modifier "${name}" comes after another UTF-16 modifier; remove one of the two.`,
    )
  }
  return { ...text, value: toUtf16(text.value, order), bytes: true }
}

function bytesOf(text: TextDraft, name: string): readonly number[] {
  if (hasWildcard(text.value)) {
    throw new ProblemError(
      'SIGMA_INVALID_VALUE',
      `The modifier "${name}" cannot encode wildcards, found ${quote(text.source)}; write "\\*" for the character itself, and put "contains" last.`,
    )
  }
  const plain = textOf(text.value)
  return text.bytes ? latin1Bytes(plain) : utf8Bytes(plain)
}

function encoded(text: TextDraft, value: string): TextDraft {
  return { ...text, value: plainString(value), bytes: false }
}

function offsets(text: TextDraft, name: string): readonly Draft[] {
  const forms = toBase64Offsets(bytesOf(text, name))
  if (forms.some((form) => form === '')) {
    throw new ProblemError(
      'SIGMA_INVALID_VALUE',
      `The value ${quote(text.source)} is too short for "${name}"; it needs two bytes at least.`,
    )
  }
  return forms.map((form) => encoded(text, form))
}
