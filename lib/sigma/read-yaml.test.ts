import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readYaml } from './read-yaml'

function fault(text: string) {
  const result = readYaml(text)
  if (result.ok) throw new Error('The text was accepted.')
  const [first, ...rest] = result.diagnostics
  expect(rest).toEqual([])
  return { code: first?.code, ...first?.location, message: first?.message ?? '' }
}

describe('what is no Sigma document', () => {
  test.each([
    ['nothing', '', 'IMPORT_EMPTY_FILE', 1, 1],
    ['a comment', '# only\n', 'IMPORT_EMPTY_FILE', 1, 1],
    ['a null', '~', 'IMPORT_EMPTY_FILE', 1, 1],
    ['a list', '\n- a\n- b\n', 'SIGMA_NOT_A_MAPPING', 2, 1],
    ['a text', 'hello', 'SIGMA_NOT_A_MAPPING', 1, 1],
    ['an open bracket', 'a: [1, 2\n', 'SIGMA_YAML_SYNTAX', 2, 1],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'SIGMA_YAML_SYNTAX', 2, 1],
    ['a NUL character', 'a: 1\nb: \0\n', 'SIGMA_YAML_SYNTAX', 2, 4],
    ['a duplicate key', 'a: 1\nb:\n  c: 1\n  c: 2\n', 'SIGMA_YAML_SYNTAX', 4, 3],
    ['an unknown alias', 'a: *b', 'SIGMA_YAML_SYNTAX', 1, 5],
    ['a list as a key', '[a]: b', 'SIGMA_YAML_SYNTAX', 1, 1],
    ['an executable tag', 'a: !!js/function "x"', 'SIGMA_YAML_SYNTAX', 1, 4],
    ['several documents', 'a: 1\n---\n\nb: 2\n', 'SIGMA_SEVERAL_DOCUMENTS', 4, 1],
  ])('%s', (_, text, code, line, column) => {
    expect(fault(text)).toMatchObject({ code, line, column })
  })

  test('the duplicate key is named', () => {
    expect(fault('"a b": 1\n"a b": 2\n').message).toContain('"a b" stands twice')
  })

  test('a file over 1 MiB is refused by its bytes, before parsing', () => {
    expect(fault(`a: ${'x'.repeat(1_048_576)}`).code).toBe('IMPORT_FILE_TOO_LARGE')
    expect(fault(`a: ${'é'.repeat(600_000)}`).code).toBe('IMPORT_FILE_TOO_LARGE')
    expect(readYaml(`a: ${'é'.repeat(500_000)}`).ok).toBe(true)
  })
})

describe('hostile files cost milliseconds', () => {
  const flow = `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`
  const block = Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')
  const compact = `${'- '.repeat(10_000)}a`
  const bomb = ['a0: &a0 [x]']
    .concat(Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`))
    .join('\n')

  test.each([
    ['10,000 flow levels', flow, 'SIGMA_YAML_TOO_DEEP'],
    ['1,400 block levels', block, 'SIGMA_YAML_TOO_DEEP'],
    ['10,000 compact levels', compact, 'SIGMA_YAML_TOO_DEEP'],
    ['an alias bomb', bomb, 'SIGMA_YAML_ALIAS'],
    ['an alias to itself', 'a: &a\n  b: *a\n', 'SIGMA_YAML_ALIAS'],
  ])('%s', (_, text, code) => {
    const start = performance.now()
    const found = fault(text)
    expect(performance.now() - start).toBeLessThan(200)
    expect(found.code).toBe(code)
    expect(found.line).toBeGreaterThan(0)
  })
})

describe('what is read', () => {
  test('a byte order mark and CRLF are no part of it', () => {
    expect(readYaml('\ufeffa: 1\r\nb: two\r\n')).toEqual({ ok: true, value: { a: 1, b: 'two' } })
  })

  test('small anchors are aliases, and "<<" is a key like any other', () => {
    const text = 'a: &x [1, 2]\nb: *x\nc: &m {k: 1}\nd:\n  <<: *m\n'
    expect(readYaml(text)).toEqual({
      ok: true,
      value: { a: [1, 2], b: [1, 2], c: { k: 1 }, d: { '<<': { k: 1 } } },
    })
  })

  test('only a plain decimal is a number; every other form stays as written', () => {
    const numbers = ['0', '-1', '4624', '1.5', '-0.25']
    const texts = ['0x10', '0o17', '010', '1_000', '1.0', '1e3', '+5', '-0', '.5', '5.', '.inf']
    const more = ['12345678901234567890', '2024-08-02', '12:30', 'yes', 'off']
    for (const source of numbers) {
      expect(readYaml(`v: ${source}`)).toEqual({ ok: true, value: { v: Number(source) } })
    }
    for (const source of [...texts, ...more]) {
      expect(readYaml(`v: ${source}`)).toEqual({ ok: true, value: { v: source } })
    }
  })

  test('booleans and nulls are those of YAML 1.2', () => {
    expect(readYaml("a: true\nb: False\nc: ~\nd:\ne: 'true'\n")).toEqual({
      ok: true,
      value: { a: true, b: false, c: null, d: null, e: 'true' },
    })
  })

  test('a key named __proto__ is a key', () => {
    const result = readYaml('__proto__:\n  polluted: yes\n')
    expect(result.ok && Object.keys(result.value)).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

test('no text makes it throw, and every diagnostic has a place in the text', () => {
  const piece = fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '&a', '*a', '!', '"', "'", '|')
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece })), (text) => {
      const result = readYaml(text)
      if (result.ok) return
      const { location } = result.diagnostics[0] ?? {}
      expect(location?.line).toBeGreaterThan(0)
      expect(location?.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length)
      expect(location?.column).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})
