import { quotedLength, quoteText } from './quote-text'

/** Characters of a part that stands for a long text; more says no more. */
const PART = 60
/** Where a path, and where any other text, can be taken apart without cutting a word. */
const SEPARATOR = /[\\/]/
const BOUNDARY = /[\\/\s,;=|&(){}<>"']/
/** Two letters or digits in a row: less tells nothing. */
const TELLING = /[\p{L}\p{N}]{2}/u

export type End = 'start' | 'end'

/** A text of a rule in quotation marks, or, where it takes more than `width`, what is true of it. */
export function sayText(text: string, noun: string, width: number, end: End = 'start'): string {
  return fits(text, width) ? quoteText(text) : describeLong(text, noun, width, end)
}

export function fits(text: string, width: number): boolean {
  return text.length <= width && quotedLength(text) <= width
}

/**
 * Says of a text that is too long to be shown how long it is and, up to a boundary of a path or of
 * words, how it begins or ends: "a value of 130 characters (it ends in “\current\Teams.exe”)". Blobs
 * have no such part and are told by their length alone.
 */
export function describeLong(text: string, noun: string, width: number, end: End): string {
  const chars = Array.from(text)
  const length = `a ${noun} of ${chars.length.toLocaleString('en')} characters`
  if (noun === 'regular expression' || isBlob(text)) return length
  const most = Math.min(width, PART)
  const partOf = end === 'start' ? leading : trailing
  const part =
    (isPath(text) ? partOf(chars, most, SEPARATOR) : null) ?? partOf(chars, most, BOUNDARY)
  if (part === null) return length
  return `${length} (it ${end === 'start' ? 'begins with' : 'ends in'} ${quoteText(part)})`
}

/** Paths of Windows, its registry and Unix: no command lines or user agents that have one in them. */
export function isPath(text: string): boolean {
  return /^(?:[a-z]?:?\\|%|\*\\|\/)|^\w+\\/i.test(text)
}

/** Base64, hexadecimal and the like. */
export function isBlob(text: string): boolean {
  return /^[a-z0-9+/=_-]+$/i.test(text) && /[a-z0-9+]{32}/i.test(text)
}

function leading(chars: readonly string[], most: number, boundary: RegExp): string | null {
  for (let count = Math.min(most, chars.length - 1); count > 0; count--) {
    if (boundary.test(chars[count - 1] ?? '')) return part(chars.slice(0, count).join(''), most)
  }
  return null
}

function trailing(chars: readonly string[], most: number, boundary: RegExp): string | null {
  for (let count = Math.min(most, chars.length - 1); count > 0; count--) {
    if (boundary.test(chars[chars.length - count] ?? '')) {
      return part(chars.slice(-count).join(''), most)
    }
  }
  return null
}

/** Null for a part that tells nothing, or that takes more once its characters are made visible. */
function part(text: string, most: number): string | null {
  return TELLING.test(text) && fits(text, most) ? text : null
}
