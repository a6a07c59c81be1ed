import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition } from './ast'
import { parseCondition } from './parse-condition'
import { printCondition } from './print-condition'
import { ProblemError } from './problem'

function message(source: string): string {
  try {
    parseCondition(source)
  } catch (error) {
    if (error instanceof ProblemError) return error.message
    throw error
  }
  throw new Error('The condition was accepted.')
}

describe('parseCondition', () => {
  test('not binds tighter than and, and tighter than or', () => {
    expect(parseCondition('a or not b and c').expression).toEqual({
      kind: 'or',
      operands: [
        { kind: 'identifier', name: 'a' },
        {
          kind: 'and',
          operands: [
            { kind: 'not', operand: { kind: 'identifier', name: 'b' } },
            { kind: 'identifier', name: 'c' },
          ],
        },
      ],
    })
  })

  test.each([
    ['(a or b) and c', '(a or b) and c'],
    ['A AND Not b Or c', 'A and not b or c'],
    ['((a))', 'a'],
    ['not (not a)', 'not not a'],
    ['not(a)and(b)', 'not a and b'],
    ['1 of them', '1 of them'],
    ['ANY of sel*', 'any of sel*'],
    ['all of THEM', 'all of them'],
    ['2 of selection_*_x', '2 of selection_*_x'],
    ['a\n  and\tb', 'a and b'],
    ['android and nothing or organic', 'android and nothing or organic'],
    ['all and any', 'all and any'],
  ])('%j prints as %j', (source, printed) => {
    expect(printCondition(parseCondition(source).expression)).toBe(printed)
  })

  test('keeps a deprecated aggregation as text', () => {
    expect(parseCondition('a | count(x) by y > 5')).toEqual({
      expression: { kind: 'identifier', name: 'a' },
      aggregation: 'count(x) by y > 5',
    })
    expect(parseCondition('a').aggregation).toBeNull()
  })

  test.each([
    ['', 'The condition needs a search identifier at character 1, found its end.'],
    ['a and', 'The condition needs a search identifier at character 6, found its end.'],
    ['(a or b', 'The condition needs ")" at character 8, found its end.'],
    ['a b', 'The condition needs "and", "or" or the end at character 3, found "b".'],
    ['a )', 'The condition needs "and", "or" or the end at character 3, found ")".'],
    [
      '1 of',
      'The condition needs "them" or a pattern such as "selection*" at character 5, found its end.',
    ],
    ['some of a*', 'Before "of" stands "some"; expected "1", "any", "all" or a number.'],
    ['0 of a*', 'Before "of" stands "0"; expected "1", "any", "all" or a number.'],
    ['a* and b', '"a*" is a pattern; put "1 of" or "all of" before it.'],
    ['a |', 'The condition ends with "|"; remove it.'],
  ])('refuses %j', (source, expected) => {
    expect(message(source)).toBe(expected)
  })

  test('refuses characters that no condition has', () => {
    expect(message('a && b')).toContain('"&" at character 3')
    expect(message('a 💥')).toContain('"💥" at character 3')
  })

  test.each(['(', 'not ', 'not('])('10,000 times %j is refused, not overflowed', (piece) => {
    expect(message(`${piece.repeat(10_000)}a`)).toContain('nests deeper than 100')
  })

  test('a long flat condition is no nesting', () => {
    const source = Array.from({ length: 10_000 }, (_, i) => `(s${i})`).join(' or ')
    expect(parseCondition(source).expression).toMatchObject({ kind: 'or' })
  })
})

const name = fc
  .stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,8}$/)
  .filter((word) => !/^(?:and|or|not|of)$/i.test(word))

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ kind: fc.constant('identifier' as const), name }),
    fc.record({
      kind: fc.constant('quantified' as const),
      quantifier: fc.oneof(
        fc.constantFrom('any' as const, 'all' as const),
        fc.integer({ min: 1, max: 9999 }),
      ),
      pattern: fc.oneof(
        fc.constant('them'),
        name.map((word) => `${word}*`),
      ),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('condition') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }),
    }),
  ),
}))

test('parsing what was printed gives the same condition', () => {
  fc.assert(
    fc.property(condition, (tree) => {
      expect(parseCondition(printCondition(tree)).expression).toEqual(tree)
    }),
    { numRuns: 500 },
  )
})

test('any text is parsed or refused with a ProblemError', () => {
  const word = fc.constantFrom('and', 'or', 'not', '1', 'of', 'them', 'a*', 'a', '(', ')', '|', ' ')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (source) => {
        try {
          parseCondition(source)
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError)
        }
      },
    ),
  )
})
