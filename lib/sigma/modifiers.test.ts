import { describe, expect, test } from 'vitest'
import type { Comparison, Predicate, RawValue, SigmaString } from './ast'
import { Budget } from './budget'
import type { Problem } from './problem'
import { resolveSearch } from './resolve-search'

function run(key: string, values: readonly RawValue[]) {
  const [field = '', ...modifiers] = key.split('|')
  const item = { field: field === '' ? null : field, modifiers, values, path: [] }
  const problems: Problem[] = []
  const search = { kind: 'all-of', items: [item] } as const
  const { predicate } = resolveSearch(search, new Budget(), problems)
  return { predicate, problems }
}

function resolved(key: string, ...values: RawValue[]): Predicate {
  const { predicate, problems } = run(key, values)
  expect(problems).toEqual([])
  return predicate
}

function comparison(key: string, value: RawValue): Comparison {
  const predicate = resolved(key, value)
  if (predicate.kind !== 'match' && predicate.kind !== 'keyword') throw new Error(predicate.kind)
  return predicate.comparison
}

function problem(key: string, ...values: RawValue[]) {
  const { problems } = run(key, values)
  expect(problems).toHaveLength(1)
  return { code: problems[0]?.code, message: problems[0]?.message ?? '' }
}

/** Wildcards as `*` and `?`, texts in brackets. */
function show({ parts }: SigmaString): string {
  return parts
    .map((part) => (part.kind === 'text' ? `[${part.text}]` : part.kind === 'any' ? '*' : '?'))
    .join('')
}

/** The string values of a predicate, in order. */
function strings(predicate: Predicate): readonly string[] {
  if (predicate.kind === 'or' || predicate.kind === 'and')
    return predicate.operands.flatMap(strings)
  if (predicate.kind === 'not') return strings(predicate.operand)
  return predicate.comparison.kind === 'string' ? [show(predicate.comparison.value)] : []
}

describe('without a modifier', () => {
  test.each([
    [4624, { kind: 'number', value: 4624 }],
    [true, { kind: 'boolean', value: true }],
    [null, { kind: 'null' }],
    ['', { kind: 'string', value: { parts: [] }, cased: false }],
    ['true', { kind: 'string', value: { parts: [{ kind: 'text', text: 'true' }] }, cased: false }],
  ])('%j', (value, expected) => {
    expect(comparison('f', value)).toEqual(expected)
  })
})

describe('text', () => {
  test.each([
    ['contains', '\\Exclusions\\', '*[\\Exclusions\\]*'],
    ['contains', '*x*', '*[x]*'],
    ['contains', 'a\\*', '*[a*]*'],
    ['startswith', 'C:\\', '[C:\\]*'],
    ['endswith', '\\cmd.exe', '*[\\cmd.exe]'],
    ['endswith', 587, '*[587]'],
    ['startswith|endswith', 'x', '*[x]*'],
    ['contains', '', '*'],
    ['base64', 'foobar', '[Zm9vYmFy]'],
    ['base64|contains', 'ping', '*[cGluZw==]*'],
    ['wide|base64', 'cmd', '[YwBtAGQA]'],
    ['utf16le|base64', 'é', '[6QA=]'],
    ['utf16be|base64', 'cmd', '[AGMAbQBk]'],
    ['utf16|base64', 'cmd', '[//5jAG0AZAA=]'],
    ['base64', 'é', '[w6k=]'],
    ['base64', 'a\\*b', '[YSpi]'],
    ['wide', 'ab', '[a\0b\0]'],
    ['wide', 'a*', '[a\0]*'],
  ])('%s of %j is %s', (modifiers, value, expected) => {
    expect(strings(resolved(`f|${modifiers}`, value))).toEqual([expected])
  })

  test('cased, in either order', () => {
    expect(comparison('f|cased|contains', 'x')).toMatchObject({ kind: 'string', cased: true })
    expect(comparison('f|contains|cased', 'x')).toMatchObject({ kind: 'string', cased: true })
  })

  test('base64offset gives three alternatives, also under "all"', () => {
    const offsets = ['*[Zm9vYmFy]*', '*[Zvb2Jhc]*', '*[mb29iYX]*']
    expect(strings(resolved('f|base64offset|contains', 'foobar'))).toEqual(offsets)
    expect(resolved('f|base64offset|contains|all', 'foobar', 'barfoo')).toMatchObject({
      kind: 'and',
      operands: [{ kind: 'or' }, { kind: 'or' }],
    })
  })

  test('windash gives each of the five dashes where a parameter begins', () => {
    const five = ['-', '/', '–', '—', '―']
    expect(strings(resolved('f|windash', '-a'))).toEqual(five.map((dash) => `[${dash}a]`))
    expect(strings(resolved('f|windash', '/a'))).toEqual(five.map((dash) => `[${dash}a]`))
    expect(strings(resolved('f|windash', ' -param-name'))).toHaveLength(5)
    expect(strings(resolved('f|windash', 'a-b c/d'))).toEqual(['[a-b c/d]'])
    expect(strings(resolved('f|contains|windash', ' -a /b'))).toHaveLength(25)
    expect(strings(resolved('f|contains|windash', '-a'))[3]).toBe('*[—a]*')
  })
})

describe('types', () => {
  const flags = { ignoreCase: false, multiLine: false, dotAll: false }
  test.each([
    ['re', 'a.*\\d*?', { kind: 'regex', pattern: 'a.*\\d*?', ...flags }],
    ['re|i', 'a', { kind: 'regex', pattern: 'a', ...flags, ignoreCase: true }],
    ['re|m|s', 'a', { kind: 'regex', pattern: 'a', ...flags, multiLine: true, dotAll: true }],
    ['re|ignorecase', 'a', { kind: 'regex', pattern: 'a', ...flags, ignoreCase: true }],
    ['re|contains', 'a|b', { kind: 'regex', pattern: 'a|b', ...flags }],
    ['re|startswith', 'a|b', { kind: 'regex', pattern: '^(?:a|b)', ...flags }],
    ['re|endswith', 'a|b', { kind: 'regex', pattern: '(?:a|b)$', ...flags }],
    ['cidr', '10.0.0.0/8', { kind: 'cidr', network: '10.0.0.0/8', version: 4 }],
    ['cidr', 'FE80::/10', { kind: 'cidr', network: 'fe80::/10', version: 6 }],
    ['exists', false, { kind: 'exists', expected: false }],
    ['gte', 100, { kind: 'order', operator: 'gte', value: 100 }],
    ['lt', '0x10', { kind: 'order', operator: 'lt', value: 16 }],
    ['gt', '1.0', { kind: 'order', operator: 'gt', value: 1 }],
    ['lte', -1.5, { kind: 'order', operator: 'lte', value: -1.5 }],
    ['hour', '08', { kind: 'time-part', part: 'hour', value: 8 }],
    ['week', 53, { kind: 'time-part', part: 'week', value: 53 }],
    ['fieldref', 'Image', { kind: 'field', other: 'Image', shape: 'equals', cased: false }],
    ['fieldref|endswith', 'x', { kind: 'field', other: 'x', shape: 'endswith', cased: false }],
    ['fieldref|contains|cased', 'x', { kind: 'field', other: 'x', shape: 'contains', cased: true }],
    ['expand', '%Servers%', { kind: 'placeholder', name: 'Servers', text: '%Servers%' }],
    ['expand', '\\%a%b%', { kind: 'placeholder', name: 'b', text: '\\%a%b%' }],
    ['contains|expand', 'x%b%', { kind: 'placeholder', name: 'b', text: 'x%b%' }],
    ['expand|contains', '%b%', { kind: 'placeholder', name: 'b', text: '%b%' }],
    ['re|expand', '^%b%$', { kind: 'placeholder', name: 'b', text: '^%b%$' }],
  ])('%s of %j', (modifiers, value, expected) => {
    expect(comparison(`f|${modifiers}`, value)).toEqual(expected)
  })

  test('expand without a placeholder only unescapes the percent sign', () => {
    expect(strings(resolved('f|expand', '100\\% of*'))).toEqual(['[100% of]*'])
  })
})

describe('links', () => {
  test('a list is an or, "all" makes it an and', () => {
    expect(resolved('f', 'a', 'b')).toMatchObject({ kind: 'or', operands: [{}, {}] })
    expect(resolved('f|contains|all', 'a', 'b')).toMatchObject({ kind: 'and', operands: [{}, {}] })
    expect(resolved('f|all', 'a')).toMatchObject({ kind: 'match' })
  })

  test('"neq" negates the whole item', () => {
    expect(resolved('f|neq', 'a', 'b')).toMatchObject({ kind: 'not', operand: { kind: 'or' } })
    expect(resolved('f|contains|all|neq', 'a', 'b')).toMatchObject({
      kind: 'not',
      operand: { kind: 'and' },
    })
    expect(resolved('f|neq|fieldref', 'g')).toMatchObject({ kind: 'not' })
  })
})

describe('keywords', () => {
  test('are texts, whatever they were written as', () => {
    expect(strings(resolved('', 4625, true, 'x*'))).toEqual(['[4625]', '[true]', '[x]*'])
    expect(resolved('|all', 'a', 'b')).toMatchObject({
      kind: 'and',
      operands: [{ kind: 'keyword' }, { kind: 'keyword' }],
    })
    expect(comparison('|re', 'a+')).toMatchObject({ kind: 'regex' })
  })

  test.each([
    ['', null],
    ['|cidr', '10.0.0.0/8'],
    ['|exists', true],
    ['|gt', 5],
    ['|fieldref', 'x'],
  ])('%j of %j is refused', (key, value) => {
    expect(problem(key, value).code).toMatch(/^SIGMA_INVALID_(?:VALUE|MODIFIER)$/)
  })
})

describe('unknown modifiers', () => {
  test('with the one that was meant', () => {
    expect(problem('f|contain', 'x')).toEqual({
      code: 'SIGMA_UNKNOWN_MODIFIER',
      message: 'Sigma has no modifier "contain". Did you mean "contains"?',
    })
    expect(problem('f|Neq', 'x').message).toContain('"neq"')
    expect(problem('f|', 'x').code).toBe('SIGMA_UNKNOWN_MODIFIER')
    expect(problem('f|toString', 'x').code).toBe('SIGMA_UNKNOWN_MODIFIER')
    expect(problem('f|__proto__', 'x').code).toBe('SIGMA_UNKNOWN_MODIFIER')
  })
})

test.each([
  ['contains', null],
  ['contains', true],
  ['re', 5],
  ['re', null],
  ['cidr', 'localhost'],
  ['cidr', 10],
  ['cidr', '10.0.0.1/8'],
  ['exists', 'true'],
  ['gt', 'many'],
  ['gt', null],
  ['gt', '9007199254740993'],
  ['hour', 24],
  ['month', 0],
  ['day', 1.5],
  ['fieldref', 'a*'],
  ['fieldref', ''],
  ['base64', 'a*b'],
  ['base64offset', 'a'],
])('%s refuses the value %j', (modifier, value) => {
  expect(problem(`f|${modifier}`, value).code).toBe('SIGMA_INVALID_VALUE')
})

test.each([
  ['contains|re', 'x'],
  ['contains|cidr', '10.0.0.0/8'],
  ['cidr|contains', '10.0.0.0/8'],
  ['cased|exists', 'true'],
  ['i', 'x'],
  ['contains|i', 'x'],
  ['re|base64', 'x'],
  ['re|m|startswith', 'x'],
  ['hour|gt', 5],
  ['contains|gt', 5],
  ['contains|contains', 'x'],
  ['wide|utf16', 'x'],
  ['utf16', 'x'],
  ['wide', 'é'],
])('%s refuses the order of modifiers', (modifiers, value) => {
  expect(problem(`f|${modifiers}`, value).code).toBe('SIGMA_INVALID_MODIFIER')
})

test('a value that windash would make 15,625 of is refused', () => {
  expect(problem('f|windash', ' -a -b -c -d -e -f')).toMatchObject({
    code: 'SIGMA_TOO_LARGE',
    message: expect.stringContaining('6 dashes'),
  })
})

test('each wrong value of an item is reported, at its place in the list', () => {
  const { problems } = run('f|cidr', ['10.0.0.0/8', 'x', 'y'])
  expect(problems.map(({ path }) => path)).toEqual([[1], [2]])
})
