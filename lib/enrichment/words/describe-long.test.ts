import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeLong, fits, sayText } from './describe-long'

const DEEP = `C:\\Users\\${'x'.repeat(100)}\\Teams\\current\\Teams.exe`

describe('sayText', () => {
  it('shows a text whole where it fits', () => {
    expect(sayText('a b', 'text', 3)).toBe('“a b”')
    expect(sayText('a b', 'text', 2)).toBe('a text of 3 characters')
  })

  it('takes the characters that it shows for its length, not those of the text', () => {
    expect(fits('\u202e', 7)).toBe(false)
    expect(fits('\u202e', 8)).toBe(true)
  })
})

describe('describeLong', () => {
  it.each([
    [DEEP, 'start', ' (it begins with “C:\\Users\\”)'],
    [DEEP, 'end', ' (it ends in “\\Teams\\current\\Teams.exe”)'],
    [`powershell -enc ${'Q'.repeat(99)}`, 'start', ' (it begins with “powershell -enc ”)'],
    ['SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABO/AGUAdAAuAFcAZQBiAEMAbABp==', 'start', ''],
    ['0123456789abcdef'.repeat(8), 'end', ''],
    [`- ${'x'.repeat(99)}`, 'start', ''],
  ] as const)('%s from its %s', (text, end, part) => {
    const length = `a text of ${text.length} characters`
    expect(describeLong(text, 'text', 60, end)).toBe(`${length}${part}`)
  })

  it('says no more than the length of a regular expression', () => {
    expect(describeLong('a (b) c', 'regular expression', 60, 'start')).toBe(
      'a regular expression of 7 characters',
    )
  })

  it('is true of every text, and shows its part whole', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('\\', '/', ' ', 'word', '…'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, atEnd) => {
        const text = pieces.join('')
        const said = describeLong(text, 'text', 40, atEnd ? 'end' : 'start')
        expect(said).not.toContain('…')
        const part = /“([^“”]*)”/.exec(said)?.[1]
        if (part === undefined) return
        const shown = readBack(part)
        expect(shown).not.toBe(text)
        expect(atEnd ? text.endsWith(shown) : text.startsWith(shown)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

/** As a reader takes what is shown: blanks and code points for what they stand for. */
function readBack(shown: string): string {
  return shown
    .replaceAll('␣', ' ')
    .replace(/\\u\{([\da-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
}
