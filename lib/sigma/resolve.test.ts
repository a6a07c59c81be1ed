import { describe, expect, test } from 'vitest'
import type { Predicate } from './ast'
import { parseRule } from './parse-rule'
import { resolve } from './resolve'

function outcome(detection: string) {
  const body = detection.replace(/^/gm, '    ')
  const text = `title: A\nlogsource: {product: x}\ndetection:\n${body}\n`
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  if (parsed.document.kind !== 'rule') throw new Error(parsed.document.kind)
  return { rule: parsed.document, text, result: resolve(parsed.document, text) }
}

/** The predicate of a detection as one line: `(A=1 and not B=2)`. */
function meaning(detection: string): string {
  const { result } = outcome(detection)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return show(result.predicate)
}

function show(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'or':
    case 'and':
      return `(${predicate.operands.map(show).join(` ${predicate.kind} `)})`
    case 'not':
      return `not ${show(predicate.operand)}`
    case 'match':
      return `${predicate.field}=${value(predicate.comparison)}`
    case 'keyword':
      return `"${value(predicate.comparison)}"`
  }
}

function value(comparison: object): string {
  if (!('value' in comparison)) return 'kind' in comparison ? String(comparison.kind) : ''
  const inner = comparison.value
  if (typeof inner !== 'object' || inner === null || !('parts' in inner)) return String(inner)
  const parts = inner.parts as readonly { readonly kind: string; readonly text?: string }[]
  return parts.map((part) => part.text ?? (part.kind === 'any' ? '*' : '?')).join('')
}

function faults(detection: string) {
  const { result } = outcome(detection)
  if (result.ok) return []
  return result.diagnostics.map((d) => `${d.location?.line} ${d.code} ${d.message}`)
}

const SOME = 'sel_a: {A: 1}\nsel_b: {B: 2}\nfilter: {C: 3}\n_hidden: {D: 4}\n'

describe('conditions', () => {
  test.each([
    ['sel_a and not filter', '(A=1 and not C=3)'],
    ['(sel_a and sel_b) and filter', '(A=1 and B=2 and C=3)'],
    ['sel_a or (sel_b or filter)', '(A=1 or B=2 or C=3)'],
    ['1 of sel_*', '(A=1 or B=2)'],
    ['any of sel_*', '(A=1 or B=2)'],
    ['all of sel_*', '(A=1 and B=2)'],
    ['2 of sel_*', '(A=1 and B=2)'],
    ['2 of them', '((A=1 and B=2) or (A=1 and C=3) or (B=2 and C=3))'],
    ['all of them', '(A=1 and B=2 and C=3)'],
    ['1 of *_b', 'B=2'],
    ['1 of s*_*', '(A=1 or B=2)'],
    ['1 of _*', 'D=4'],
    ['_hidden and 1 of filter', '(D=4 and C=3)'],
    ['not not sel_a', 'not not A=1'],
    ['[sel_a, sel_b and filter]', '(A=1 or (B=2 and C=3))'],
  ])('%s', (condition, expected) => {
    expect(meaning(`${SOME}condition: ${condition}`)).toBe(expected)
  })
})

describe('search identifiers', () => {
  test.each([
    ['a mapping is an and, a list of values an or', '{A: [1, x], B: y}', '((A=1 or A=x) and B=y)'],
    ['a list of mappings is an or', '[{A: 1, B: 2}, {C: 3}]', '((A=1 and B=2) or C=3)'],
    ['keywords are an or', '[one, two]', '("one" or "two")'],
    ['one keyword', 'one', '"one"'],
    ['"|all" makes keywords an and', "{'|all': [one, two]}", '("one" and "two")'],
    ['mappings and keywords mix', '[{A: 1}, one]', '(A=1 or "one")'],
    ['lists in lists are alternatives too', '[{A: 1}, [one, two]]', '(A=1 or "one" or "two")'],
    ['null and the empty text differ', "{A: [null, '']}", '(A=null or A=)'],
    ['"all" with several values', '{A|contains|all: [x, y]}', '(A=*x* and A=*y*)'],
    ['"neq"', '{A|neq: [x, y], B: 1}', '(not (A=x or A=y) and B=1)'],
  ])('%s', (_, search, expected) => {
    expect(meaning(`s: ${search}\ncondition: s`)).toBe(expected)
  })
})

test('every comparison keeps the path of its value', () => {
  const { result } = outcome('s:\n  - A: [1, 2]\n    B: 3\n  - key\ncondition: s')
  const paths: unknown[] = []
  const walk = (predicate: Predicate): void => {
    if (predicate.kind === 'match' || predicate.kind === 'keyword') paths.push(predicate.path)
    else if (predicate.kind === 'not') walk(predicate.operand)
    else predicate.operands.forEach(walk)
  }
  if (result.ok) walk(result.predicate)
  expect(paths).toEqual([
    ['detection', 's', 0, 'A', 0],
    ['detection', 's', 0, 'A', 1],
    ['detection', 's', 0, 'B'],
    ['detection', 's', 1],
  ])
})

test('timeframe and aggregation stay on the rule', () => {
  const { rule, result } = outcome('s: {A: 1}\ntimeframe: 5m\ncondition: s | count() > 3')
  expect(result.ok).toBe(true)
  expect(rule.detection.timeframe).toBe('5m')
  expect(rule.detection.conditions[0]?.aggregation).toBe('count() > 3')
})

describe('what is wrong', () => {
  test.each([
    [
      'selectoin',
      '5 SIGMA_UNKNOWN_IDENTIFIER The condition names "selectoin", which the detection does not define. Did you mean "selection"?',
    ],
    [
      '1 of filter*',
      '5 SIGMA_UNKNOWN_IDENTIFIER No search identifier matches "filter*"; the detection defines "selection".',
    ],
    [
      'selection and not 1 of f*',
      '5 SIGMA_UNKNOWN_IDENTIFIER No search identifier matches "f*"; the detection defines "selection".',
    ],
    ['2 of sel*', '5 SIGMA_UNKNOWN_IDENTIFIER The condition needs 2 of "sel*", but 1 match it.'],
    [
      'toString',
      '5 SIGMA_UNKNOWN_IDENTIFIER The condition names "toString", which the detection does not define. Define it, or correct the name.',
    ],
  ])('%s', (condition, expected) => {
    expect(faults(`selection: {A: 1}\ncondition: ${condition}`)).toEqual([expected])
  })

  test('all wrong items are reported once, with their lines', () => {
    const text =
      's:\n  A|contain: x\n  B|cidr:\n    - 10.0.0.0/8\n    - nowhere\n  C: 1\ncondition: s or s'
    expect(faults(text).map((fault) => fault.slice(0, 26))).toEqual([
      '5 SIGMA_UNKNOWN_MODIFIER S',
      '8 SIGMA_INVALID_VALUE The ',
    ])
  })

  test('without the text there is no line, and the rest is the same', () => {
    const { rule } = outcome('s: {A: 1}\ncondition: t')
    const result = resolve(rule)
    expect(result.ok ? [] : result.diagnostics).toEqual([
      {
        code: 'SIGMA_UNKNOWN_IDENTIFIER',
        severity: 'error',
        message: expect.stringContaining('"t"'),
      },
    ])
  })

  test('a short rule cannot stand for a million comparisons', () => {
    const values = Array.from({ length: 500 }, (_, i) => `' -a${i} -b -c -d'`).join(', ')
    expect(faults(`s: {A|windash: [${values}]}\ncondition: s`)[0]).toContain('SIGMA_TOO_LARGE')
    const many = Array.from({ length: 1000 }, (_, i) => `v${i}`).join(', ')
    const condition = Array.from({ length: 100 }, () => 's').join(' or ')
    expect(faults(`s: {A: [${many}]}\ncondition: ${condition}`)[0]).toContain('SIGMA_TOO_LARGE')
    const names = Array.from({ length: 40 }, (_, i) => `s${i}: {A: ${i}}`).join('\n')
    expect(faults(`${names}\ncondition: 20 of s*`)[0]).toContain('SIGMA_TOO_LARGE')
  })
})
