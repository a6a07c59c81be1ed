import type { SigmaString } from './ast'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard Base64 with padding (RFC 4648, section 4), in plain JavaScript for browsers. */
export function toBase64(bytes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3)
    const bits = (a << 16) | (b << 8) | c
    const missing = Math.max(0, i + 3 - bytes.length)
    for (let sextet = 0; sextet < 4 - missing; sextet++) {
      out += ALPHABET.charAt((bits >> (18 - 6 * sextet)) & 63)
    }
    out += '='.repeat(missing)
  }
  return out
}

/** Characters to cut at the end, by (length + offset) mod 3: those that following bytes change. */
const CUT_AT_END = [0, 3, 2] as const
/** Characters to cut at the start, by offset: those that preceding bytes change. */
const CUT_AT_START = [0, 2, 3] as const

/**
 * The part of the Base64 form that is the same whatever stands around the bytes, for each of the
 * three places at which they can start (modifiers appendix, "Encoding", base64offset).
 */
export function toBase64Offsets(bytes: readonly number[]): readonly string[] {
  return CUT_AT_START.map((cut, offset) => {
    const encoded = toBase64([...new Array<number>(offset).fill(0), ...bytes])
    const end = CUT_AT_END[(bytes.length + offset) % 3] ?? 0
    return encoded.slice(cut, encoded.length - end)
  })
}

export function utf8Bytes(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}

/** Bytes out of characters that each stand for one. */
export function latin1Bytes(text: string): readonly number[] {
  return Array.from(text, (char) => char.charCodeAt(0))
}

/** UTF-16 of every text part, one character a byte; wildcards stay what they are. */
export function toUtf16(value: SigmaString, order: 'le' | 'be'): SigmaString {
  return {
    parts: value.parts.map((part) => {
      if (part.kind !== 'text') return part
      let text = ''
      for (let i = 0; i < part.text.length; i++) {
        const unit = part.text.charCodeAt(i)
        const low = String.fromCharCode(unit & 0xff)
        const high = String.fromCharCode(unit >> 8)
        text += order === 'le' ? low + high : high + low
      }
      return { kind: 'text', text }
    }),
  }
}
