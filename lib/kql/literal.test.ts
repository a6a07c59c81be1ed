import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comment, nameLiteral, numberLiteral, stringLiteral } from './literal'

/** Reads a literal as Microsoft documents it, independently of how it was written. */
function read(literal: string): string {
  const verbatim = literal.startsWith('@')
  const quote = literal.charAt(verbatim ? 1 : 0)
  const body = literal.slice(verbatim ? 2 : 1, -1)
  if (verbatim) return body.replaceAll(quote + quote, quote)
  return body.replace(/\\(u[0-9a-f]{4}|.)/g, (_, code: string) => {
    if (code.startsWith('u')) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return { n: '\n', r: '\r', t: '\t' }[code] ?? code
  })
}

/** Where a scanner that knows nothing of us sees the literal end. */
function end(literal: string): number {
  const verbatim = literal.startsWith('@')
  const start = verbatim ? 1 : 0
  const quote = literal.charAt(start)
  for (let at = start + 1; at < literal.length; at += 1) {
    if (!verbatim && literal.charAt(at) === '\\') at += 1
    else if (literal.charAt(at) === quote) {
      if (verbatim && literal.charAt(at + 1) === quote) at += 1
      else return at
    }
  }
  return -1
}

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    '\\',
    '"',
    "'",
    '\n',
    '\r',
    '\t',
    '@',
    ' ',
    '\u0000',
    '\u2028',
    '\ud800',
    'é',
    '|',
  ),
})

describe('stringLiteral', () => {
  it('reads back as the value it was made from and ends nowhere before its end', () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = stringLiteral(value)
        expect(end(literal)).toBe(literal.length - 1)
        expect(read(literal)).toBe(value)
        expect(literal).not.toMatch(/[\n\r\u2028]/)
      }),
    )
  })

  it('takes the quotes that need no escaping', () => {
    expect(stringLiteral('a')).toBe('"a"')
    expect(stringLiteral('C:\\a')).toBe('@"C:\\a"')
    expect(stringLiteral('say "a"')).toBe(`'say "a"'`)
    expect(stringLiteral('"C:\\a"')).toBe(`@'"C:\\a"'`)
    expect(stringLiteral(`'"`)).toBe(`@"'"""`)
  })
})

describe('comment', () => {
  it('stays one line whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(comment(value)).toMatch(/^\/\/[^\n\r\u0085\u2028\u2029]*$/)
      }),
    )
  })

  it('keeps no mark that turns the reading direction or cannot be seen', () => {
    expect(comment('a\u202eb\u200bc')).toBe('// a b c')
    expect(stringLiteral('a\u202eb')).toBe('"a\\u202eb"')
    expect(stringLiteral('a\u00ad\u{e0041}')).toBe('"a\\u00ad\\udb40\\udc41"')
  })
})

it('quotes names that are no identifiers', () => {
  expect(nameLiteral('Image')).toBe('Image')
  expect(nameLiteral("a'b\\c")).toBe("['a\\'b\\\\c']")
})

it('prints numbers as Kusto reads them', () => {
  expect(numberLiteral(1e21)).toBe('1000000000000000000000')
  expect(numberLiteral(-5)).toBe('-5')
  expect(numberLiteral(1.5)).toBe('real(1.5)')
  expect(() => numberLiteral(Number.NaN)).toThrow('no Kusto literal')
})
