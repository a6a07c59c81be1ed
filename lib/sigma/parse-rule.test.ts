import { describe, expect, test } from 'vitest'
import type { SigmaRule } from './ast'
import { parseRule } from './parse-rule'

const RULE = `title:  Outbound
  mail
id: 9976FA64-2804-423C-8A5B-646ADE840773
name: outbound_mail
status: Test
level: HIGH
description: |
    First line
    second line
license: DRL-1.1
author: Somebody
date: 2024/8/2
modified: 2024-12-31
references: https://example.org/a
tags:
    - attack.Exfiltration
    - attack.t1048.003
    - attack.t1048.003
fields: [Image]
falsepositives: [Mail clients, 5]
related:
    - id: 08FBC97D-0A2F-491C-AE21-8FFCFD3174E9
      type: derived
custom: ignored
logsource:
    product: Windows
    category: network_connection
    definition: 'Needs: a sensor'
    extra: ignored
detection:
    selection:
        DestinationPort: [25, 587]
        Initiated: 'true'
        User: null
        Empty: ''
    keywords: [one, 2]
    mixed:
        - Image|endswith: '\\a.exe'
        - loose
        - [x, y]
    timeframe: 15m
    condition:
        - selection
        - keywords | count() > 5
`

function rule(text: string): SigmaRule {
  const result = parseRule(text)
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
  if (result.document.kind !== 'rule') throw new Error(result.document.kind)
  return result.document
}

/** The diagnostics of a text, as `line code message`. */
function faults(text: string): readonly string[] {
  const result = parseRule(text)
  if (result.ok) return []
  return result.diagnostics.map((d) => `${d.location?.line} ${d.code} ${d.message}`)
}

const MINIMAL = `title: A
logsource: {product: windows}
detection:
    selection: {A: 1}
    condition: selection
`

describe('a rule', () => {
  test('its head, normalised', () => {
    expect(rule(RULE)).toMatchObject({
      title: 'Outbound mail',
      id: '9976fa64-2804-423c-8a5b-646ade840773',
      name: 'outbound_mail',
      status: 'test',
      level: 'high',
      description: 'First line\nsecond line',
      license: 'DRL-1.1',
      author: 'Somebody',
      date: '2024-08-02',
      modified: '2024-12-31',
      references: ['https://example.org/a'],
      tags: ['attack.exfiltration', 'attack.t1048.003'],
      fields: ['Image'],
      falsepositives: ['Mail clients', '5'],
      related: [{ id: '08fbc97d-0a2f-491c-ae21-8ffcfd3174e9', type: 'derived' }],
    })
  })

  test('its logsource', () => {
    expect(rule(RULE).logsource).toEqual({
      product: 'windows',
      category: 'network_connection',
      definition: 'Needs: a sensor',
    })
  })

  test('its detection, with the path of every part', () => {
    const { identifiers, conditions, timeframe } = rule(RULE).detection
    const at = (...rest: (string | number)[]) => ['detection', ...rest]
    const item = (field: string | null, values: unknown[], path: unknown[], modifiers = ['']) => ({
      field,
      modifiers: modifiers.filter((modifier) => modifier !== ''),
      values,
      path,
    })
    expect(identifiers).toEqual([
      {
        name: 'selection',
        path: at('selection'),
        search: {
          kind: 'all-of',
          items: [
            item('DestinationPort', [25, 587], at('selection', 'DestinationPort')),
            item('Initiated', ['true'], at('selection', 'Initiated')),
            item('User', [null], at('selection', 'User')),
            item('Empty', [''], at('selection', 'Empty')),
          ],
        },
      },
      {
        name: 'keywords',
        path: at('keywords'),
        search: { kind: 'all-of', items: [item(null, ['one', 2], at('keywords'))] },
      },
      {
        name: 'mixed',
        path: at('mixed'),
        search: {
          kind: 'any-of',
          searches: [
            {
              kind: 'all-of',
              items: [item('Image', ['\\a.exe'], at('mixed', 0, 'Image|endswith'), ['endswith'])],
            },
            { kind: 'all-of', items: [item(null, ['loose'], at('mixed', 1))] },
            { kind: 'all-of', items: [item(null, ['x', 'y'], at('mixed', 2))] },
          ],
        },
      },
    ])
    expect(timeframe).toBe('15m')
    expect(conditions).toMatchObject([
      { text: 'selection', aggregation: null, path: at('condition', 0) },
      { aggregation: 'count() > 5', path: at('condition', 1) },
    ])
  })

  test('the least there can be', () => {
    expect(rule(MINIMAL)).toMatchObject({ id: null, level: null, tags: [], related: [] })
  })

  test('is the same with CRLF and a byte order mark', () => {
    expect(rule(`\ufeff${RULE.replaceAll('\n', '\r\n')}`)).toEqual(rule(RULE))
  })

  test('an item of keywords that all have to match', () => {
    const text = MINIMAL.replace('{A: 1}', "{'|all': [a, b]}")
    expect(rule(text).detection.identifiers[0]?.search).toMatchObject({
      items: [{ field: null, modifiers: ['all'], values: ['a', 'b'] }],
    })
  })
})

describe('what is wrong is said, each with its line', () => {
  test('all of it at once', () => {
    const text = `id: 5
status: stabel
level: [high]
date: 2024-02-30
tags: [no namespace]
related: [{id: x}]
taxonomy: ecs
logsource: {definition: d}
detection:
    a: {}
    b: {C: [[1]]}
    condition: a and
`
    expect(faults(text)).toEqual([
      '7 SIGMA_INVALID_FIELD Only the taxonomy "sigma" is read, found "ecs"; translate the field names.',
      '1 SIGMA_MISSING_FIELD The key "title" is missing; add a title that says what the rule detects.',
      '1 SIGMA_INVALID_FIELD The id is a UUID, found "5"; write a random (version 4) UUID.',
      '2 SIGMA_INVALID_FIELD The status is one of stable, test, experimental, deprecated, unsupported, found "stabel". Did you mean "stable"?',
      '3 SIGMA_INVALID_FIELD The key "level" holds text, found a list; put quotes around it.',
      '4 SIGMA_INVALID_FIELD The date is a day such as "2024-08-02", found "2024-02-30".',
      '5 SIGMA_INVALID_FIELD A tag is "namespace.name" without spaces, found "no namespace".',
      '6 SIGMA_INVALID_FIELD The id is a UUID, found "x"; write a random (version 4) UUID.',
      '6 SIGMA_INVALID_FIELD A related rule has an "id" and a "type"; write both.',
      '8 SIGMA_MISSING_FIELD The logsource has none of product, category and service; add one.',
      '10 SIGMA_INVALID_VALUE A search identifier holds fields or keywords, found an empty mapping.',
      '11 SIGMA_INVALID_VALUE The field "C" holds a value or a list of values, found a list with lists or mappings.',
      '12 SIGMA_CONDITION_SYNTAX The condition needs a search identifier at character 6, found its end.',
    ])
  })

  test.each([
    ['a blank title', MINIMAL.replace('A', "'  '"), '1 SIGMA_INVALID_FIELD'],
    ['a title that poses as an object', MINIMAL.replace('A', '{toString: []}'), '1 SIGMA_INVALID'],
    ['a long title', MINIMAL.replace('A', 'A'.repeat(257)), '1 SIGMA_INVALID_FIELD'],
    ['a NUL in the title', MINIMAL.replace('A', '"\\0"'), '1 SIGMA_INVALID_FIELD'],
    ['no logsource', MINIMAL.replace('logsource', 'source'), '1 SIGMA_MISSING_FIELD'],
    ['a logsource that is text', MINIMAL.replace(/\{pr.*\}/, 'x'), '2 SIGMA_INVALID_FIELD'],
    ['no detection', 'title: A\nlogsource: {product: x}\n', '1 SIGMA_MISSING_FIELD'],
    [
      'a list that no person wrote',
      `${MINIMAL}references: [${'x,'.repeat(1_001)}]\n`,
      '"references" has 1001 entries, allowed are 1000.',
    ],
    [
      'a detection that is a list',
      MINIMAL.replace(/n:\n[\s\S]*/, 'n: [a]'),
      '3 SIGMA_INVALID_FIELD',
    ],
    ['no condition', MINIMAL.replace('condition:', 'other:'), '3 SIGMA_MISSING_FIELD'],
    ['a condition that is a mapping', MINIMAL.replace(/selection\n/, '{}\n'), '5 SIGMA_CONDITION'],
    ['no search identifier', MINIMAL.replace(/ {4}sel.*\n/, ''), '3 SIGMA_MISSING_FIELD'],
    ['an empty identifier', MINIMAL.replace('{A: 1}', ''), '4 SIGMA_INVALID_VALUE'],
    ['an empty list', MINIMAL.replace('{A: 1}', '{A: []}'), '4 SIGMA_INVALID_VALUE'],
    ['a mapping as a value', MINIMAL.replace('{A: 1}', '{A: {b: c}}'), '4 SIGMA_INVALID_VALUE'],
    ['two kinds in one', `${MINIMAL}correlation: {}\n`, '6 SIGMA_INVALID_FIELD'],
  ])('%s', (_, text, expected) => {
    expect(faults(text)[0]).toContain(expected)
  })

  test('never more than 50 of them', () => {
    const tags = Array.from({ length: 1000 }, (_, i) => `bad ${i}`).join(', ')
    expect(faults(`${MINIMAL}tags: [${tags}]`)).toHaveLength(50)
  })
})

describe('correlations and filters', () => {
  const correlation = `title: Many
correlation:
    type: event_count
    rules: [one, 5638f7c0-ac70-491d-8465-2a65075e0d86]
    timespan: 1h
`
  const filter = `title: Not the administrators
logsource: {product: windows}
filter:
    rules: [one]
    selection: {User|startswith: adm_}
    condition: selection
`

  test('are recognised', () => {
    expect(parseRule(correlation)).toMatchObject({
      ok: true,
      document: {
        kind: 'correlation',
        type: 'event_count',
        rules: ['one', '5638f7c0-ac70-491d-8465-2a65075e0d86'],
      },
    })
    expect(parseRule(filter)).toMatchObject({
      ok: true,
      document: {
        kind: 'filter',
        rules: ['one'],
        detection: { identifiers: [{ name: 'selection' }], conditions: [{ text: 'selection' }] },
      },
    })
  })

  test('and checked', () => {
    expect(faults('title: A\ncorrelation:\n    type: event_cuont\n')).toEqual([
      expect.stringContaining('Did you mean "event_count"?'),
      expect.stringContaining('"timespan" is missing'),
      expect.stringContaining('"rules" is missing'),
    ])
    expect(faults(filter.replace('rules: [one]', 'other: {A: 1}'))).toEqual([
      expect.stringContaining('3 SIGMA_MISSING_FIELD The key "rules" is missing'),
    ])
  })
})
