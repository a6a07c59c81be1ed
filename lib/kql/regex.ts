/**
 * Regular expressions as Kusto reads them.
 *
 * Kusto documents a Rust-like syntax: no lookaround, no backreferences, nested classes and class
 * operators (`&&`, `--`, `~~`), `\<` and `\>` as word boundaries
 * (https://learn.microsoft.com/kusto/query/regex). Sigma's are Python's or PCRE's, where those
 * characters are plain: they are escaped here. What has no equal is refused with a reason.
 */

export type KustoRegex =
  | { readonly ok: true; readonly pattern: string }
  | { readonly ok: false; readonly reason: string }

class Unsupported extends Error {}

/** Escapes that mean the same in both syntaxes. */
const SHARED_ESCAPES = new Set('dDsSwWbBAaftnrvxuUpP'.split(''))
const GROUP_FLAGS = /^\?[imsx]*(?:-[imsx]+)?[:)]/
const COUNTED = /^\{(\d*)(,?)(\d*)\}/
const MAX_REPEAT = 1000

/** Rewrites a Python or PCRE pattern into the same pattern in Kusto's syntax, or says why not. */
export function toKustoRegex(pattern: string): KustoRegex {
  try {
    return { ok: true, pattern: rewrite(pattern) }
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false, reason: error.message }
    throw error
  }
}

/** A plain text as a pattern that matches just that text. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}

function rewrite(pattern: string): string {
  let out = ''
  let depth = 0
  let quantified = false
  for (let at = 0; at < pattern.length; ) {
    const character = pattern.charAt(at)
    const rest = pattern.slice(at)
    let taken = 1
    let isQuantifier = false
    if (character === '\\') {
      out += escapeSequence(pattern.charAt(at + 1), false)
      taken = 2
    } else if (character === '[') {
      const [text, length] = characterClass(rest)
      out += text
      taken = length
    } else if (character === '(') {
      depth += 1
      out += group(rest)
    } else if (character === ')') {
      depth -= 1
      if (depth < 0) throw new Unsupported('it closes a group that was never opened')
      out += character
    } else if (character === '{') {
      const counted = COUNTED.exec(rest)
      if (counted === null || (counted[1] === '' && counted[3] === '')) {
        out += '\\{'
      } else {
        out += repeat(counted)
        taken = counted[0].length
        isQuantifier = true
      }
    } else {
      if (character === '+' && quantified) throw new Unsupported('it has a possessive quantifier')
      isQuantifier = character === '*' || character === '+' || (character === '?' && !quantified)
      out += character
    }
    quantified = isQuantifier
    at += taken
  }
  if (depth > 0) throw new Unsupported('it opens a group that is never closed')
  return out
}

function escapeSequence(next: string, inClass: boolean): string {
  if (next === '') throw new Unsupported('it ends in a lone backslash')
  if (inClass && next === 'b') return '\\x08'
  if (SHARED_ESCAPES.has(next)) return `\\${next}`
  if (next === 'Z' || next === 'z') return '\\z'
  if (next === 'e') return '\\x1b'
  if (next === '<' || next === '>') return next
  if (/[1-9]/.test(next)) throw new Unsupported(`it has the backreference "\\${next}"`)
  if (/[A-Za-z0]/.test(next)) throw new Unsupported(`it has the escape "\\${next}"`)
  return /[!-~]/.test(next) ? `\\${next}` : next
}

function group(rest: string): string {
  const opening = rest.slice(1, 4)
  if (/^\?(?:=|!|<=|<!)/.test(opening)) throw new Unsupported('it looks ahead or behind')
  if (!rest.startsWith('(?')) return '('
  if (/^\?(?:P?<[A-Za-z_])/.test(rest.slice(1)) || GROUP_FLAGS.test(rest.slice(1))) return '('
  throw new Unsupported(`it has the group "(${opening}"`)
}

function repeat([, from = '', comma = '', to = '']: RegExpExecArray): string {
  const low = from === '' ? '0' : from
  if (Number(low) > MAX_REPEAT || Number(to) > MAX_REPEAT) {
    throw new Unsupported(`it repeats more than ${MAX_REPEAT} times`)
  }
  return `{${low}${comma}${to}}`
}

/** A bracketed class from its `[`: the rewritten text and how many characters it took. */
function characterClass(rest: string): readonly [string, number] {
  let at = 1
  let out = '['
  if (rest.charAt(at) === '^') {
    out += '^'
    at += 1
  }
  for (let first = true; at < rest.length; first = false) {
    const character = rest.charAt(at)
    if (character === ']' && !first) return [`${out}]`, at + 1]
    if (character === '\\') {
      out += escapeSequence(rest.charAt(at + 1), true)
      at += 2
      continue
    }
    const doubled = '&-~'.includes(character) && rest.charAt(at - 1) === character && at > 1
    out += character === '[' || character === ']' || doubled ? `\\${character}` : character
    at += 1
  }
  throw new Unsupported('it opens a character class that is never closed')
}
