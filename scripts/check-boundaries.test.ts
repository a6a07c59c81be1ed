import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkFiles } from './boundaries/check-files'
import { checkImports } from './boundaries/check-imports'
import { readProject } from './boundaries/read-project'

const trees: string[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true })
})

/** Writes a small project into a temporary folder and gives what is wrong with it. */
function violations(files: Readonly<Record<string, string>>): string[] {
  const root = write(files)
  const read = readProject(root)
  return [
    ...[...read].flatMap(([path, text]) => checkImports(path, text)),
    ...checkFiles(read),
  ].map(({ path, line, message }) => `${path}:${line} ${message}`)
}

function write(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
  trees.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const breaches: readonly (readonly [path: string, text: string, part: string])[] = [
  [
    'lib/sigma/a.ts',
    "import { b } from '@/lib/kql/b'",
    'lib/sigma may import only lib/diagnostics',
  ],
  ['lib/sigma/a.ts', "import type { B } from '../kql/b'", 'lib/sigma may import only'],
  ['lib/sigma/a.ts', "export * from '@/lib/catalogue/b'", 'lib/sigma may import only'],
  ['lib/sigma/a.ts', "await import('../cli/main.ts')", 'nobody imports lib/cli'],
  ['lib/attack/a.ts', "import { readFileSync } from 'node:fs'", 'runs in a browser too'],
  ['lib/compiler/a.ts', "import path from 'path'", 'runs in a browser too'],
  ['lib/diagnostics.ts', "import 'fs/promises'", 'runs in a browser too'],
  [
    'lib/compiler/a.ts',
    "import { bind } from '@/lib/kusto/bind-query'",
    'lib/compiler may import only',
  ],
  ['lib/importers/a.ts', "import { PrismaClient } from '@prisma/client'", 'may use Prisma'],
  ['app/page.tsx', "import type { Rule } from '@/prisma/generated/client'", 'may use Prisma'],
  ['lib/proof/sigma-evaluator/a.ts', "import { b } from '@/lib/sigma/b'", 'nothing of ours'],
  ['lib/proof/kql-evaluator/a.ts', "import { b } from '../sigma-evaluator/b'", 'lib/kusto'],
  [
    'lib/proof/a.ts',
    "import { compile } from '@/lib/compiler/compile'",
    'lib/proof may import only',
  ],
  ['lib/ingest/a.ts', "import { page } from '@/app/page'", 'nobody imports app'],
  ['lib/database/a.ts', "import { getRule } from '@/lib/catalogue/get-rule'", 'lib/database may'],
  ['components/ui/a.tsx', "import { getRule } from '@/lib/catalogue/get-rule'", 'types of lib'],
  ['components/ui/a.tsx', "import { type Rule } from '@/lib/catalogue/views'", 'types of lib'],
  ['components/ui/a.tsx', "import { page } from '../../app/page'", 'nobody imports app'],
  ['app/a.tsx', "'use client'\nimport { a } from '@/lib/catalogue/a'", 'in a client component'],
  ['app/a.tsx', "'use client'\nimport 'node:fs'", 'no Node modules'],
]

describe('the boundary check', () => {
  it.each(breaches)('refuses in %s: %s', (path, text, part) => {
    const found = violations({ [path]: text, ...readmeFor(path) })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(part)
    expect(found[0]?.startsWith(`${path}:${text.split('\n').length} `)).toBe(true)
  })

  it.each([
    ['lib/sigma/a.ts', "import { b } from './b'\nimport { c } from '@/lib/diagnostics'"],
    ['lib/sigma/a.test.ts', "import { readFileSync } from 'node:fs'"],
    [
      'lib/compiler/a.ts',
      "import tables from '@/content/schema/tables.json'\nimport { b } from '../kql/b'",
    ],
    ['lib/proof/a.ts', "import type { CompiledQuery } from '@/lib/compiler/compiled-query'"],
    [
      'lib/ingest/a.ts',
      "import { bind } from '@/lib/kusto/bind'\nimport { a } from '@/lib/catalogue/a'",
    ],
    [
      'lib/catalogue/a.ts',
      "import { PrismaClient } from '@/prisma/generated/client'\nimport '@prisma/adapter-pg'",
    ],
    [
      'components/feed/a.tsx',
      "import type { View } from '@/lib/catalogue/views'\nimport { B } from '@/components/ui/b'",
    ],
    ['components/rule/a.tsx', "import { link } from '@/lib/export/deep-links'"],
    [
      'app/page.tsx',
      "import { a } from '@/lib/catalogue/a'\nimport { B } from '@/components/ui/b'\nimport './page.css'",
    ],
    ['bin/a.mjs', "await import('../lib/cli/main.ts')"],
    ['proxy.ts', "import { policy } from '@/app/policy'"],
  ])('allows in %s: %s', (path, text) => {
    expect(violations({ [path]: text, ...readmeFor(path) })).toEqual([])
  })

  it('asks for a README in each folder of lib, and for files of at most 300 lines', () => {
    const long = 'const a = 1\n'.repeat(301)
    expect(violations({ 'lib/sigma/a.ts': long, 'content/schema/a.ts': long })).toEqual([
      'lib/sigma/a.ts:301 has 301 lines: no file is longer than 300; split it by idea.',
      'lib/sigma/README.md:1 is missing: it says what the folder is for.',
    ])
  })

  it('prints a line for each violation and exits 1', () => {
    const root = write({ 'lib/kql/README.md': '', 'lib/kql/a.ts': "\nimport '@/lib/sigma/ast'" })
    const script = join(process.cwd(), 'scripts', 'check-boundaries.ts')
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, root], { encoding: 'utf8' })
    expect(run.stderr).toContain('lib/kql/a.ts:2 imports "@/lib/sigma/ast"')
    expect(run.status).toBe(1)
  })
})

function readmeFor(path: string): Record<string, string> {
  const folder = /^lib\/[^/]+(?=\/)/.exec(path)?.[0]
  return folder === undefined ? {} : { [`${folder}/README.md`]: '' }
}
