import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRule } from './parse-rule'
import { resolve } from './resolve'

const MINIMAL = `title: A
logsource: {product: windows}
detection:
    selection: {A: 1}
    condition: selection
`

const EXTRAS = `id: 9976fa64-2804-423c-8a5b-646ade840773
status: test
description: |
    First line
tags:
    - attack.t1048
related:
    - id: 08fbc97d-0a2f-491c-ae21-8ffcfd3174e9
      type: derived
correlation:
    type: temporal
filter:
    - a
    keywords: [one, 2]
    mixed:
        - Image|endswith: '\\a.exe'
        - [x, y]
    timeframe: 15m
    condition:
        - keywords | count() > 5
`

describe('parseRule never throws', () => {
  const parsed = (text: string) => {
    const result = parseRule(text)
    if (!result.ok) {
      expect(result.diagnostics.length).toBeGreaterThan(0)
      for (const { location } of result.diagnostics) expect(location?.line).toBeGreaterThan(0)
    } else if (result.document.kind === 'rule') {
      resolve(result.document, text)
    }
  }

  test('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), parsed))
  })

  test('on any JSON in any place of a rule', () => {
    const keys = ['title', 'id', 'status', 'date', 'tags', 'related', 'logsource', 'detection']
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const text = MINIMAL.replace(new RegExp(`^${key}:`, 'm'), 'was:')
        parsed(`${text}${key}: ${JSON.stringify(value)}\n`)
      }),
      { numRuns: 300 },
    )
  })

  test('on any value under any modifiers', () => {
    const names = ['contains', 'all', 're', 'i', 'cidr', 'base64offset', 'wide', 'windash', 'x']
    const modifiers = fc.array(fc.constantFrom(...names, 'gt', 'exists', 'expand', 'neq', 'hour'), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(modifiers, fc.jsonValue({ maxDepth: 2 }), (list, value) => {
        const item = JSON.stringify({ [['f', ...list].join('|')]: value })
        parsed(MINIMAL.replace('{A: 1}', item))
      }),
      { numRuns: 500 },
    )
  })

  test('on a rule with pieces missing, doubled or swapped', () => {
    const lines = `${EXTRAS}${MINIMAL}`.split('\n')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (some) => {
        parsed(some.join('\n'))
      }),
      { numRuns: 300 },
    )
  })
})
