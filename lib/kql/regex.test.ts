import { describe, expect, it } from 'vitest'
import { escapeRegex, toKustoRegex } from './regex'

describe('toKustoRegex', () => {
  it.each([
    ['(?i)foo[a-z]{2,3}?$', '(?i)foo[a-z]{2,3}?$'],
    ['a{,3}b{x}', 'a{0,3}b\\{x}'],
    ['[[a]', '[\\[a]'],
    ['[]a]', '[\\]a]'],
    ['[^]a&&b]', '[^\\]a&\\&b]'],
    ['[a--z~~]', '[a-\\-z~\\~]'],
    ['[\\b]', '[\\x08]'],
    ['\\<tag\\>\\/\\-\\Z', '<tag>\\/\\-\\z'],
    ['(?P<name>x)|(?:y)|(?i:z)', '(?P<name>x)|(?:y)|(?i:z)'],
    ['^\\\\\\d+', '^\\\\\\d+'],
    ['', ''],
  ])('rewrites %s', (pattern, expected) => {
    expect(toKustoRegex(pattern)).toEqual({ ok: true, pattern: expected })
  })

  it.each([
    ['a(?=b)', 'looks ahead'],
    ['a(?!b)', 'looks ahead'],
    ['(?<=a)b', 'looks ahead or behind'],
    ['(?<!a)b', 'looks ahead or behind'],
    ['(a)\\1', 'backreference'],
    ['a*+', 'possessive'],
    ['(?>a)', 'group'],
    ['(?(1)a|b)', 'group'],
    ['(a', 'never closed'],
    ['a)', 'never opened'],
    ['[a', 'never closed'],
    ['a\\', 'lone backslash'],
    ['\\K', 'escape'],
    ['a{1001}', 'repeats more than'],
  ])('refuses %s', (pattern, reason) => {
    const result = toKustoRegex(pattern)
    expect(result.ok ? '' : result.reason).toContain(reason)
  })
})

describe('escapeRegex', () => {
  it('leaves no character with a meaning', () => {
    expect(escapeRegex('a.b*c\\[d]{e}|f+g?(h)^$')).toBe(
      'a\\.b\\*c\\\\\\[d\\]\\{e\\}\\|f\\+g\\?\\(h\\)\\^\\$',
    )
  })
})
