import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import logsources from '@/content/mappings/logsources.json'
import { compile } from '@/lib/compiler/compile'
import { TARGETS, type Target } from '@/lib/compiler/compiled-query'
import type { Predicate, SigmaRule } from '@/lib/sigma/ast'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { matchEvent } from './match-event'
import { EXAMPLES } from './starter-events'

const NO_PLACE = 'TARGET_UNSUPPORTED_LOGSOURCE'
const root = dirname(fileURLToPath(import.meta.url))
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yml'),
)

it('has examples for each rule and for no other', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(paths.map((path) => basename(path, '.yml')).sort())
})

describe.each(paths)('%s', (path) => {
  const rule = read(path)
  const { finds, leaves } = EXAMPLES[basename(path, '.yml')] ?? { finds: [], leaves: [] }

  it('finds what it is for and leaves its neighbours alone', () => {
    const predicate = mean(rule)
    expect(finds.filter((event) => !matchEvent(predicate, event))).toEqual([])
    expect(leaves.filter((event) => matchEvent(predicate, event))).toEqual([])
    expect(Math.min(finds.length, leaves.length)).toBeGreaterThan(0)
  })

  it.each(TARGETS)('compiles for %s, or has no place there', (target) => {
    const { diagnostics, status } = compile(rule, target)
    const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    if (isHeld(rule, target)) expect({ status, codes }).toEqual({ status: 'compiled', codes: [] })
    else expect({ status, codes }).toEqual({ status: 'refused', codes: [NO_PLACE] })
  })
})

/** Whether any table or parser of the target holds such events at all. */
function isHeld({ logsource }: SigmaRule, target: Target): boolean {
  const name = `${logsource.product}/${logsource.category}/-`
  const row = Object.entries(logsources).find(([key]) => key === name)
  if (row === undefined) throw new Error(`content/mappings does not know "${name}".`)
  return row[1][target].holds !== 'none'
}

function read(path: string): SigmaRule {
  const parsed = parseRule(readFileSync(join(root, path), 'utf8'))
  if (!parsed.ok || parsed.document.kind !== 'rule') throw new Error(`${path} is no rule.`)
  return parsed.document
}

function mean(rule: SigmaRule): Predicate {
  const resolved = resolve(rule)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.diagnostics))
  return resolved.predicate
}
