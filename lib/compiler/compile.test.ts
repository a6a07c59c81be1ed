import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTICS } from '@/lib/diagnostics'
import { parseRule } from '@/lib/sigma/parse-rule'
import { compile } from './compile'
import { TARGETS } from './compiled-query'

function ruleWith(category: string, detection: object): string {
  return JSON.stringify({
    title: 'Generated',
    id: '3f0c4a5e-6f0b-4b3f-8f53-0f6d3a3d9b11',
    logsource: { product: 'windows', category },
    detection,
  })
}

const field = fc.constantFrom(
  'Image',
  'CommandLine',
  'DestinationPort',
  'DestinationIp',
  'Initiated',
  'Hashes',
  'User',
  'LogonId',
  'Nonsense',
)
const modifiers = fc.constantFrom(
  '',
  '|contains',
  '|endswith',
  '|startswith|cased',
  '|re',
  '|cidr',
  '|lt',
  '|exists',
  '|fieldref',
  '|base64offset|contains',
  '|windash|contains',
  '|expand',
)
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '\\', '*', '?', '"', '&', '\n', '1', '.', '(', '[') }),
  fc.constantFrom('true', '10.0.0.0/8', 'Image', '%name%', 'MD5=0'),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const item = fc.tuple(field, modifiers, fc.array(value, { minLength: 1, maxLength: 3 }))
const search = fc
  .array(item, { minLength: 1, maxLength: 4 })
  .map((items) =>
    Object.fromEntries(items.map(([name, modifier, values]) => [name + modifier, values])),
  )
const condition = fc.constantFrom(
  'a and not b',
  'a or b',
  '1 of them',
  'not (a or b)',
  'all of them',
  'a and not (b and not a)',
)

describe('compile', () => {
  it('never throws, and a refusal always says why', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('process_creation', 'network_connection', 'file_event'),
        search,
        search,
        condition,
        (category, a, b, expression) => {
          const parsed = parseRule(ruleWith(category, { a, b, condition: expression }))
          if (!parsed.ok) return
          for (const target of TARGETS) {
            const query = compile(parsed.document, target)
            if (query.status === 'refused') expect(query.diagnostics.length).toBeGreaterThan(0)
            else
              expect(query.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
            for (const { code, severity } of query.diagnostics)
              expect(severity).toBe(DIAGNOSTICS[code])
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('gives the same bytes each time', () => {
    const text = ruleWith('process_creation', {
      a: { Image: 'x', CommandLine: ['y', 'z'] },
      condition: 'a',
    })
    const once = parseRule(text)
    const twice = parseRule(text)
    if (!once.ok || !twice.ok) throw new Error('The rule does not parse.')
    for (const target of TARGETS)
      expect(compile(once.document, target)).toEqual(compile(twice.document, target))
  })
})
