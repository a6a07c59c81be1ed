import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SigmaString } from './ast'
import { parseSigmaString, sigmaString, surround } from './sigma-string'

/** `*` and `?` as wildcards, everything else quoted, so that expectations read like values. */
function show({ parts }: SigmaString): string {
  return parts
    .map((part) => (part.kind === 'text' ? `[${part.text}]` : part.kind === 'any' ? '*' : '?'))
    .join('')
}

describe('parseSigmaString', () => {
  test.each([
    ['', ''],
    ['C:\\Windows', '[C:\\Windows]'],
    ['C:\\\\Windows', '[C:\\Windows]'],
    ['a\\*b', '[a*b]'],
    ['a\\?b', '[a?b]'],
    ['a\\\\*', '[a\\]*'],
    ['a\\\\\\*', '[a\\*]'],
    ['a\\\\\\', '[a\\\\]'],
    ['a\\\\\\\\', '[a\\\\]'],
    ['\\Exclusions\\', '[\\Exclusions\\]'],
    ['*\\cmd.exe', '*[\\cmd.exe]'],
    ['*?*', '*?*'],
    ['a**b', '[a]*[b]'],
    ['a??', '[a]??'],
    ['\\', '[\\]'],
    ['%\\%', '[%\\%]'],
  ])('%j is %s', (source, expected) => {
    expect(show(parseSigmaString(source))).toBe(expected)
  })

  test('a literal text survives escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\\', '*', '?', 'é') }), (text) => {
        const escaped = text.replace(/[\\*?]/g, '\\$&')
        const expected = text === '' ? [] : [{ kind: 'text', text }]
        expect(parseSigmaString(escaped).parts).toEqual(expected)
      }),
    )
  })

  test('no two texts and no two "any" ever touch', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\\', '*', '?') }), (source) => {
        const { parts } = parseSigmaString(source)
        for (const [index, part] of parts.entries()) {
          if (part.kind !== 'one') expect(parts[index + 1]?.kind).not.toBe(part.kind)
        }
        expect(parts).not.toContainEqual({ kind: 'text', text: '' })
      }),
    )
  })
})

describe('surround', () => {
  test('a last backslash does not escape the wildcard that is added', () => {
    expect(show(surround(parseSigmaString('\\Exclusions\\'), true, true))).toBe(
      '*[\\Exclusions\\]*',
    )
  })

  test('a wildcard that is there already is not doubled', () => {
    expect(show(surround(parseSigmaString('*x*'), true, true))).toBe('*[x]*')
  })

  test('one side only', () => {
    expect(show(surround(parseSigmaString('x'), false, true))).toBe('[x]*')
    expect(show(surround(parseSigmaString('x'), true, false))).toBe('*[x]')
  })
})

test('sigmaString joins touching texts and drops empty ones', () => {
  const text = (value: string) => ({ kind: 'text', text: value }) as const
  expect(sigmaString([text('a'), text(''), text('b'), { kind: 'any' }, text('')])).toEqual({
    parts: [text('ab'), { kind: 'any' }],
  })
})
