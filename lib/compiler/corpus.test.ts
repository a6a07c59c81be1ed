import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { compile } from './compile'
import { type CompiledQuery, TARGETS } from './compiled-query'

/**
 * All of SigmaHQ, where ../shared/data/sigma is present: how many rules each target compiles, and
 * how often each diagnostic is given. `UPDATE_FIXTURES=1` writes the counts; read the diff.
 */
const SIGMAHQ = path.join(import.meta.dirname, '../../../shared/data/sigma')
const GOLDEN = path.join(import.meta.dirname, 'corpus-counts.json')

it.skipIf(!existsSync(SIGMAHQ))('compiles SigmaHQ as counted', { timeout: 120_000 }, () => {
  const counts = new Map<string, number>()
  for (const file of ruleFiles()) {
    const parsed = parseRule(readFileSync(file, 'utf8'))
    if (!parsed.ok) throw new Error(`${file} does not parse: ${JSON.stringify(parsed.diagnostics)}`)
    for (const target of TARGETS) {
      for (const key of keysOf(compile(parsed.document, target))) {
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  const actual = `${JSON.stringify(Object.fromEntries([...counts].sort()), null, 2)}\n`
  if (process.env.UPDATE_FIXTURES === '1') writeFileSync(GOLDEN, actual)
  expect(actual).toBe(readFileSync(GOLDEN, 'utf8'))
})

function ruleFiles(): readonly string[] {
  return readdirSync(SIGMAHQ)
    .filter((folder) => folder.startsWith('rules'))
    .flatMap((folder) =>
      readdirSync(path.join(SIGMAHQ, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yml'))
        .map((file) => path.join(SIGMAHQ, folder, file)),
    )
}

function keysOf({ target, status, diagnostics }: CompiledQuery): readonly string[] {
  const faithful = status === 'compiled' && diagnostics.every(({ effect }) => effect === undefined)
  const codes = diagnostics.map(({ code, effect }) =>
    [target, status, code, effect].filter(Boolean).join(' '),
  )
  return [
    `${target} ${status}`,
    ...(faithful ? [`${target} compiled, faithful`] : []),
    ...new Set(codes),
  ]
}
