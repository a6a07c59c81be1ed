import { RE2JS } from 're2js'
import { EvaluationError } from './evaluation-error'

/** Unicode-aware in Kusto, ASCII in RE2: no difference while the text is ASCII. */
const UNICODE_CLASS = /(?<!\\)(?:\\\\)*\\[dDwWsSbB]/
const MAX_CACHED = 2000

export interface Regex {
  find(text: string): boolean
  /** Groups of the first match, group 0 first; null without a match. */
  match(text: string): readonly string[] | null
  /** Groups of every match. */
  matchAll(text: string): readonly (readonly string[])[]
  replaceAll(text: string, rewrite: (groups: readonly string[]) => string): string
  readonly groupCount: number
}

const cache = new Map<string, Regex>()

/**
 * A regular expression as Kusto reads it: case-sensitive, unanchored (regex page).
 *
 * @throws EvaluationError where RE2 would read it differently, or not at all.
 */
export function compileRegex(pattern: string): Regex {
  const known = cache.get(pattern)
  if (known !== undefined) return known
  if (readsDifferently(pattern)) {
    throw new EvaluationError(`Kusto reads the regular expression "${pattern}" otherwise than RE2`)
  }
  const regex = makeRegex(pattern)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(pattern, regex)
  return regex
}

/**
 * What Kusto's engine (Rust's syntax) and RE2 take for different things (regex page): `\<` and `\>`,
 * the flags x and R, and inside a class `&&`, `--`, `~~` and a nested `[`.
 */
function readsDifferently(pattern: string): boolean {
  if (/\(\?[a-zA-Z-]*[xR]/.test(pattern)) return true
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const [one, two] = [pattern[at], pattern.slice(at, at + 2)]
    if (one === '\\') {
      if (two === '\\<' || two === '\\>') return true
      at++
    } else if (!inClass && one === '[') {
      inClass = true
      // A `]` right after the opening is a member.
      at += /^\^?\]?/.exec(pattern.slice(at + 1))?.[0].length ?? 0
    } else if (inClass && one === ']') inClass = false
    else if (inClass && one === '[' && two !== '[:') return true
    else if (inClass && ['&&', '--', '~~'].includes(two)) return true
    else if (inClass && two === '[:') at = Math.max(at, pattern.indexOf(':]', at) + 1)
  }
  return false
}

function makeRegex(pattern: string): Regex {
  const compiled = tryCompile(pattern)
  const matcherOf = (text: string): ReturnType<RE2JS['matcher']> => {
    if (UNICODE_CLASS.test(pattern) && /[^\0-\x7f]/.test(text)) {
      throw new EvaluationError(`"${pattern}" may differ from Kusto's on text that is not ASCII`)
    }
    return compiled.matcher(text)
  }
  const groupsOf = (matcher: ReturnType<RE2JS['matcher']>): readonly string[] =>
    Array.from({ length: compiled.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '')
  const matchAll = (text: string): (readonly string[])[] => {
    const matcher = matcherOf(text)
    const found: (readonly string[])[] = []
    while (matcher.find()) found.push(groupsOf(matcher))
    return found
  }
  return {
    groupCount: compiled.groupCount(),
    find: (text) => matcherOf(text).find(),
    match: (text) => {
      const matcher = matcherOf(text)
      return matcher.find() ? groupsOf(matcher) : null
    },
    matchAll,
    replaceAll: (text, rewrite) => {
      const matcher = matcherOf(text)
      let result = ''
      let end = 0
      while (matcher.find()) {
        result += text.slice(end, matcher.start()) + rewrite(groupsOf(matcher))
        end = matcher.end()
      }
      return result + text.slice(end)
    },
  }
}

function tryCompile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EvaluationError(`The regular expression "${pattern}" does not compile: ${reason}`)
  }
}
