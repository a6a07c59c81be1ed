import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isCollection, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { locator } from './locate'
import { parseRule } from './parse-rule'
import { readYaml } from './read-yaml'
import { resolve } from './resolve'

const SHARED = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/sigma')
const present = existsSync(SHARED)
const name = present ? 'SigmaHQ rules' : `SigmaHQ rules (skipped: ${SHARED} is absent)`
const PATTERN = /^rules[^/]*\/.*\.yml$/

function corpus(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
    .filter((file) => PATTERN.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(SHARED, file), 'utf8') }))
}

/** What another YAML parser makes of a text, with numbers in any form but plain decimal as text. */
function otherParser(text: string) {
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false })
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && String(node.value) !== node.source) {
        node.value = node.source
      }
    },
  })
  return document
}

describe.skipIf(!present)(name, () => {
  const files = present ? corpus() : []

  test('there are 2,862 of them', () => {
    expect(files).toHaveLength(2862)
  })

  test('all parse, all resolve', () => {
    const refused = files.flatMap(({ file, text }) => {
      const parsed = parseRule(text)
      if (!parsed.ok) return [{ file, why: parsed.diagnostics }]
      if (parsed.document.kind !== 'rule') return [{ file, why: [] }]
      const resolved = resolve(parsed.document, text)
      return resolved.ok ? [] : [{ file, why: resolved.diagnostics }]
    })
    expect(refused).toEqual([])
  })

  test('two YAML parsers read the same values', () => {
    for (const { file, text } of files) {
      const result = readYaml(text)
      expect(result.ok ? result.value : null, file).toEqual(otherParser(text).toJS())
    }
  }, 60_000)

  test('two YAML parsers find keys and items in the same places', () => {
    let compared = 0
    for (const { file, text } of files.filter((_, index) => index % 20 === 0)) {
      const locate = locator(text)
      visit(otherParser(text), (key, node, ancestors) => {
        const owner = isPair(node) ? node.key : node
        const parent = ancestors.at(-1)
        const isItem = typeof key === 'number' && !isPair(node) && isCollection(parent)
        if (!(isPair(node) || isItem) || typeof owner !== 'object' || owner === null) return
        if (!('range' in owner) || !Array.isArray(owner.range)) return
        const path = [...pathOf(ancestors), ...(isPair(node) ? [keyOf(node)] : [Number(key)])]
        const lines = text.slice(0, Number(owner.range[0])).split(/\r\n|\n/)
        compared++
        const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
        expect(locate(path), `${file} ${path.join('.')}`).toEqual(place)
      })
    }
    expect(compared).toBeGreaterThan(5000)
  })
})

function keyOf(pair: { readonly key: unknown }): string {
  return isScalar(pair.key) ? String(pair.key.value) : ''
}

/** Keys and indexes on the way down through the ancestors that `visit` hands over. */
function pathOf(ancestors: readonly unknown[]): (string | number)[] {
  const path: (string | number)[] = []
  for (const [depth, node] of ancestors.entries()) {
    const parent = ancestors[depth - 1]
    if (isPair(node)) path.push(keyOf(node))
    else if (isSeq(parent)) path.push(parent.items.indexOf(node))
  }
  return path
}
