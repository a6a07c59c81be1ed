// After these a slash opens a regular expression; after anything else it divides.
const BEFORE_REGEX =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new))$/

/**
 * TypeScript text with comments, regular expressions and template literals blanked, every character
 * in its old place, so that what still looks like an import is one. Quoted strings stay.
 *
 * Not a parser: a quote that is not closed on its line is taken for text (an apostrophe in JSX).
 */
export function stripComments(source: string): string {
  let kept = ''
  let at = 0
  const blank = (to: number) => {
    kept += source.slice(at, to).replace(/[^\n]/g, ' ')
    at = to
  }

  while (at < source.length) {
    const rest = source.slice(at, at + 2)
    const char = rest.charAt(0)
    if (rest === '//') blank(endOf(source, '\n', at))
    else if (rest === '/*') blank(endOf(source, '*/', at + 2, 2))
    else if (char === '`') blank(endOfTemplate(source, at))
    else if (char === '/' && BEFORE_REGEX.test(kept.slice(-40).trimEnd()))
      blank(endOfRegex(source, at))
    else {
      const end = char === "'" || char === '"' ? endOfString(source, at) : at + 1
      kept += source.slice(at, end)
      at = end
    }
  }
  return kept
}

function endOf(source: string, mark: string, from: number, length = 0): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + length
}

/** The end of the quoted string that starts here, or of its quote alone where the line does not close it. */
function endOfString(source: string, start: number): number {
  const quote = source.charAt(start)
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '\n') break
    if (char === '\\') at++
    else if (char === quote) return at + 1
  }
  return start + 1
}

function endOfRegex(source: string, start: number): number {
  let inClass = false
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '\n') break
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) return at + 1
  }
  return start + 1
}

/** Past the closing backtick; what stands in `${…}` is skipped by counting braces and inner templates. */
function endOfTemplate(source: string, start: number): number {
  let depth = 0
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '\\') at++
    else if (depth === 0 && char === '`') return at + 1
    else if (depth > 0 && char === '`') at = endOfTemplate(source, at) - 1
    else if (depth === 0 && char === '$' && source.charAt(at + 1) === '{') {
      depth = 1
      at++
    } else if (depth > 0 && char === '{') depth++
    else if (depth > 0 && char === '}') depth--
  }
  return source.length
}
