import { describe, expect, it } from 'vitest'
import { scanImports } from './scan-imports'

const found = (source: string) =>
  scanImports(source).map((each) => `${each.line} ${each.typeOnly ? 'type ' : ''}${each.specifier}`)

describe('scanImports', () => {
  it.each([
    ["import a from 'x'", '1 x'],
    ['import * as a from "x"', '1 x'],
    ["import 'x'", '1 x'],
    ["import type { A } from 'x'", '1 type x'],
    ["import type A from 'x'", '1 type x'],
    ["import type, { a } from 'x'", '1 x'],
    ["import type from 'x'", '1 x'],
    ["import { type A } from 'x'", '1 x'],
    ["import a, { type B, c } from 'x'", '1 x'],
    ["import {\n  a,\n  b,\n} from 'x'", '4 x'],
    ["import a from 'x' with { type: 'json' }", '1 x'],
    ["export { a } from 'x'", '1 x'],
    ["export * from 'x'", '1 x'],
    ["export * as a from 'x'", '1 x'],
    ["export type { A } from 'x'", '1 type x'],
    ["const a = await import('x')", '1 x'],
    ["const a = import(\n  'x'\n)", '2 x'],
    ["const a = require('x')", '1 x'],
    ["new Worker(new URL('./x.ts', import.meta.url))", '1 ./x.ts'],
    ["'use client'; import a from 'x'", '1 x'],
  ])('finds %j', (source, expected) => {
    expect(found(source)).toEqual([expected])
  })

  it.each([
    "// import a from 'x'",
    "/* import a\nimport b from 'x' */",
    '`\nimport a from "x"\n`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the scanner must step over it
    '`${`${a}`}\nimport a from "x"\n`',
    'const text = "import a from \'x\'"',
    "new URL('../content', import.meta.url)",
    'import(name)',
    "export const from = 'x'",
    "const important = 'x'",
  ])('finds nothing in %j', (source) => {
    expect(found(source)).toEqual([])
  })

  it.each([
    ["const quote = /['\"`]/\nimport a from 'x'", '2 x'],
    ["const ratio = a / b // '\nimport a from 'x'", '2 x'],
    ["const p = <p>Don't</p>\nconst a = import('x')", '2 x'],
    ["const s = 'it\\'s // no comment'\nimport a from 'x'", '2 x'],
    ["const u = 'https://a'; import('x')", '1 x'],
    ["return /[/`]/.test(a)\nimport a from 'x'", '2 x'],
  ])('is not led astray by %j', (source, expected) => {
    expect(found(source)).toEqual([expected])
  })
})
