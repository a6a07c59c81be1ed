import type { SigmaString, StringPart } from './ast'

const ANY: StringPart = { kind: 'any' }
const ONE: StringPart = { kind: 'one' }
const SPECIAL = /[\\*?]/

/** Joins touching texts, drops empty ones and folds `**` into one wildcard. */
export function sigmaString(parts: readonly StringPart[]): SigmaString {
  const joined: StringPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind === 'text') {
      if (part.text === '') continue
      if (last?.kind === 'text') {
        joined[joined.length - 1] = { kind: 'text', text: last.text + part.text }
        continue
      }
    } else if (part.kind === 'any' && last?.kind === 'any') {
      continue
    }
    joined.push(part)
  }
  return { parts: joined }
}

/** A string without wildcards, taken literally. */
export function plainString(text: string): SigmaString {
  return { parts: text === '' ? [] : [{ kind: 'text', text }] }
}

/**
 * Parses a value with the wildcards `*` and `?` (Sigma rules specification, "String Wildcard" and
 * "Escaping"): a backslash takes away the meaning of a following `*`, `?` or `\`, and stands for
 * itself before anything else and at the end.
 */
export function parseSigmaString(source: string): SigmaString {
  if (!SPECIAL.test(source)) return plainString(source)
  const parts: StringPart[] = []
  let text = ''
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    if (char === '\\') {
      const next = source.charAt(i + 1)
      const escapes = next === '*' || next === '?' || next === '\\'
      text += escapes ? next : '\\'
      if (escapes) i++
    } else if (char === '*' || char === '?') {
      parts.push({ kind: 'text', text }, char === '*' ? ANY : ONE)
      text = ''
    } else {
      text += char
    }
  }
  parts.push({ kind: 'text', text })
  return sigmaString(parts)
}

/** Puts a wildcard before and/or after the parts; never touches text, so a last backslash is safe. */
export function surround(value: SigmaString, before: boolean, after: boolean): SigmaString {
  return sigmaString([...(before ? [ANY] : []), ...value.parts, ...(after ? [ANY] : [])])
}

export function hasWildcard(value: SigmaString): boolean {
  return value.parts.some((part) => part.kind !== 'text')
}

/** The text of a string without wildcards. */
export function textOf(value: SigmaString): string {
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
