/**
 * The one place where foreign text enters a query.
 *
 * Kusto string literals: https://learn.microsoft.com/kusto/query/scalar-data-types/string
 * (regular literals with backslash escapes, verbatim literals with doubled quotes).
 */

/**
 * What may not stand raw in a query or on a terminal: control characters, line separators, lone
 * surrogates, and format characters (Unicode's Cf), which are invisible or turn the reading
 * direction, so that a text reads as something other than what it is.
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]|[\ud800-\udfff]/gu

/** A string literal with exactly this value: verbatim where a backslash, and in the quotes that need no escaping. */
export function stringLiteral(value: string): string {
  if (value.search(INVISIBLE) !== -1) return `"${escapeRegular(value)}"`
  const verbatim = value.includes('\\') ? '@' : ''
  if (!value.includes('"')) return `${verbatim}"${value}"`
  if (!value.includes("'")) return `${verbatim}'${value}'`
  return `@"${value.replaceAll('"', '""')}"`
}

function escapeRegular(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(INVISIBLE, (character) => {
      switch (character) {
        case '\n':
          return '\\n'
        case '\r':
          return '\\r'
        case '\t':
          return '\\t'
        default:
          return character.split('').map(escapeUnit).join('')
      }
    })
}

/** One UTF-16 unit; a character beyond them is two. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A number as Kusto reads it; `NaN` and infinities have no literal. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`"${value}" has no Kusto literal.`)
  return Number.isInteger(value) ? BigInt(value).toString() : `real(${value})`
}

/** One comment line: nothing in the text can end it. */
export function comment(text: string): string {
  const clean = text.replace(INVISIBLE, ' ').replace(/ +/g, ' ').trim()
  return clean === '' ? '//' : `// ${clean}`
}

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** A column or property name, quoted in brackets where it is not a plain identifier. */
export function nameLiteral(name: string): string {
  return PLAIN_NAME.test(name)
    ? name
    : `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
}
