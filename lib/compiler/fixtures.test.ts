import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { compile } from './compile'
import { type CompiledQuery, TARGETS } from './compiled-query'

/**
 * A folder per case: `rule.yml`, and for each target the query it becomes (`<target>.kql`) or why
 * not (`<target>.diagnostics.json`), beside what is said of a query that differs from its rule.
 * `UPDATE_FIXTURES=1 npx vitest run lib/compiler` writes the files; read the diff before you keep it.
 */
const FIXTURES = path.join(import.meta.dirname, 'fixtures')
const UPDATE = process.env.UPDATE_FIXTURES === '1'

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  const folder = path.join(FIXTURES, name)
  const parsed = parseRule(readFileSync(path.join(folder, 'rule.yml'), 'utf8'))
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.diagnostics)}`)

  it.each(TARGETS)('%s', (target) => {
    const query = compile(parsed.document, target)
    for (const [file, actual] of Object.entries(outputs(query))) {
      const place = path.join(folder, file)
      if (UPDATE && actual === null) rmSync(place, { force: true })
      else if (UPDATE && actual !== null) writeFileSync(place, actual)
      expect(actual, file).toBe(existsSync(place) ? readFileSync(place, 'utf8') : null)
    }
  })
})

function outputs({ target, kql, diagnostics }: CompiledQuery): Record<string, string | null> {
  const said = diagnostics.length === 0 ? null : `${JSON.stringify(diagnostics, null, 2)}\n`
  return {
    [`${target}.kql`]: kql === null ? null : `${kql}\n`,
    [`${target}.diagnostics.json`]: said,
  }
}
