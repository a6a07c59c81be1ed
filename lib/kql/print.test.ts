import { describe, expect, it } from 'vitest'
import { and, call, column, filter, type KqlExpression, not, oneOf, or } from './ast'
import { negate } from './negate'
import { printQuery } from './print'

function printed(predicate: KqlExpression): string {
  return printQuery({
    header: [],
    lets: [],
    pipeline: { source: { kind: 'table', name: 'T' }, operators: [{ kind: 'where', predicate }] },
  })
}

const a = filter(column('A'), '=~', 'a')
const b = filter(column('B'), '=~', 'b')
const c = filter(column('C'), 'contains', 'c')

describe('printQuery', () => {
  it('puts a junction inside another in parentheses and nothing else', () => {
    expect(printed(and([a, or([b, c])]))).toBe(
      'T\n| where A =~ "a" and (B =~ "b" or C contains "c")',
    )
    expect(printed(and([a, and([b, c])]))).toBe(
      'T\n| where A =~ "a" and B =~ "b" and C contains "c"',
    )
    expect(printed(not(and([a, b])))).toBe('T\n| where not(A =~ "a" and B =~ "b")')
  })

  it('breaks what is too long at its outermost connective', () => {
    const long = or(
      [1, 2, 3].map((n) => filter(column('CommandLine'), 'contains', `${'x'.repeat(40)}${n}`)),
    )
    expect(
      printed(long)
        .split('\n')
        .slice(2)
        .every((line) => line.startsWith('    or CommandLine')),
    ).toBe(true)
  })

  it('nests a long chain in groups of a hundred', () => {
    const chain = or(
      Array.from({ length: 250 }, (_, n) => filter(column('A'), 'contains', `v${n}`)),
    )
    const text = printed(chain)
    expect(text.match(/\(A contains/g)).toHaveLength(3)
    expect(text.match(/contains/g)).toHaveLength(250)
  })
})

describe('negate', () => {
  it('turns operators, splits alternatives and keeps the rest under not', () => {
    expect(printed(negate(or([a, c])))).toBe('T\n| where A !~ "a" and C !contains "c"')
    expect(printed(negate(oneOf(column('A'), 'in~', ['x', 'y'])))).toBe(
      'T\n| where A !in~ ("x", "y")',
    )
    expect(printed(negate(call('isempty', column('A'))))).toBe('T\n| where isnotempty(A)')
    expect(printed(negate(filter(column('A'), 'matches regex', 'x')))).toBe(
      'T\n| where not(A matches regex "x")',
    )
    expect(printed(negate(filter(column('P'), '<', 5)))).toBe('T\n| where not(P < 5)')
    expect(printed(negate(negate(and([a, b]))))).toBe('T\n| where A =~ "a" and B =~ "b"')
  })
})
