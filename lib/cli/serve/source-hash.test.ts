import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashSources } from './source-hash'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rule-atlas-sources-'))
  write('app/page.tsx', 'page')
  write('lib/sigma/ast.ts', 'tree')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

it.each([
  ['app/page.tsx', 'another page'],
  ['app/new/page.tsx', 'page'],
  ['next.config.ts', 'config'],
  ['package-lock.json', '{}'],
  ['prisma/schema/rule.prisma', 'model'],
])('changes with %s', (path, text) => {
  const before = hashSources(root)
  write(path, text)
  expect(hashSources(root)).not.toBe(before)
})

it.each([
  ['lib/sigma/ast.test.ts', 'test'],
  ['lib/sigma/README.md', 'words'],
  ['lib/cli/serve.ts', 'command'],
  ['content/rules/one.yml', 'rule'],
])('does not change with %s, which no page is made of', (path, text) => {
  const before = hashSources(root)
  write(path, text)
  expect(hashSources(root)).toBe(before)
})

it('tells two files from one that holds both', () => {
  const before = hashSources(root)
  rmSync(join(root, 'lib'), { recursive: true })
  write('app/page.tsx', 'page\0lib/sigma/ast.ts\0tree')
  expect(hashSources(root)).not.toBe(before)
})
