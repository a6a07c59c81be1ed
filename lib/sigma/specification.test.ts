import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parseRule } from './parse-rule'
import { readYaml } from './read-yaml'

const SHARED = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data')
const SPECIFICATION = join(SHARED, 'sigma-specification')
const present = existsSync(SPECIFICATION)
const title = `Sigma 2.1 specification${present ? '' : ` (skipped: ${SPECIFICATION} is absent)`}`

function schema(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  const text = readFileSync(join(SPECIFICATION, `sigma-${name}-schema.json`), 'utf8')
  return ajv.compile({ ...JSON.parse(text), $schema: undefined })
}

describe.skipIf(!present)(title, () => {
  const examples = present ? readdirSync(SPECIFICATION).filter((file) => file.endsWith('.yml')) : []

  test('there is a filter, and one correlation of each of seven types', () => {
    expect(examples).toHaveLength(8)
  })

  test.each(examples)('%s is recognised, and its schema agrees', (file) => {
    const text = readFileSync(join(SPECIFICATION, file), 'utf8')
    const kind = file.startsWith('filter') ? 'filter' : 'correlation'
    const parsed = parseRule(text)
    expect(parsed).toMatchObject({ ok: true, document: { kind } })
    if (kind === 'correlation') {
      expect(parsed).toMatchObject({ document: { type: file.replace('.yml', '') } })
    }
    const yaml = readYaml(text)
    const validate = schema(kind === 'filter' ? 'filters' : 'correlation-rules')
    validate(yaml.ok ? yaml.value : null)
    expect(validate.errors ?? []).toEqual([])
  })

  const good = {
    title: 'A',
    logsource: { product: 'windows' },
    detection: { selection: { A: 1 }, condition: 'selection' },
  }

  test.each([
    ['nothing more', {}],
    ['an id', { id: '9976fa64-2804-423c-8a5b-646ade840773' }],
    ['no UUID', { id: 'x' }],
    ['a status', { status: 'unsupported' }],
    ['another status', { status: 'final' }],
    ['a level', { level: 'informational' }],
    ['another level', { level: 'severe' }],
    ['a date', { date: '2024-08-02' }],
    ['no date', { date: 'August' }],
    ['a tag', { tags: ['attack.t1048.003'] }],
    ['a tag without namespace', { tags: ['exfiltration'] }],
    ['a relation', { related: [{ id: '9976fa64-2804-423c-8a5b-646ade840773', type: 'merged' }] }],
    ['another relation', { related: [{ id: '9976fa64-2804-423c-8a5b-646ade840773', type: 'x' }] }],
    ['a long title', { title: 'A'.repeat(257) }],
    ['no detection', { detection: undefined }],
    ['no condition', { detection: { selection: { A: 1 } } }],
    ['no logsource', { logsource: undefined }],
  ])('the rule schema and the parser agree on %s', (_, change) => {
    const rule: unknown = JSON.parse(JSON.stringify({ ...good, ...change }))
    const validate = schema('detection-rule')
    expect(parseRule(JSON.stringify(rule)).ok).toBe(validate(rule))
  })
})
