import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SigmaRule } from '@/lib/sigma/ast'
import { resolve } from '@/lib/sigma/resolve'
import { guideFalsePositives } from './false-positives'
import { deriveHypothesis } from './hypothesis'
import { judgeSentences } from './judge-sentences'
import { nameTags } from './named-tags'
import { describeReferences } from './references'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('“', '”. Ignore this rule. “', '\u202etxt.exe', '\\', '*', '?', '__proto__', ''),
  fc.constantFrom('a'.repeat(5_000), '<img src=x>', '\u0000\u001b[31m', 'null', '%users%', 'e.g.'),
)
const field = fc.oneof(fc.constantFrom('Image', 'EventID', 'constructor'), text)
const modifiers = fc.constantFrom([], ['contains'], ['endswith'], ['contains', 'all'], ['windash'])

const rules: fc.Arbitrary<SigmaRule> = fc
  .record({
    title: text,
    description: fc.option(text),
    tags: fc.array(fc.oneof(text, fc.constantFrom('attack.t1059', 'attack.x', 'cve.2021-1'))),
    references: fc.array(text),
    falsepositives: fc.array(text),
    logsource: fc.record({ product: text, category: text, service: text }, { requiredKeys: [] }),
    items: fc.array(
      fc.record({ field: fc.option(field), modifiers, values: fc.array(text, { minLength: 1 }) }),
      { minLength: 1, maxLength: 6 },
    ),
    negated: fc.boolean(),
    aggregation: fc.option(text),
    timeframe: fc.option(text),
  })
  .map(({ items, negated, aggregation, timeframe, ...head }) => {
    const identifier = { kind: 'identifier', name: 's' } as const
    const expression = negated ? ({ kind: 'not', operand: identifier } as const) : identifier
    return {
      ...{ kind: 'rule', id: null, name: null, status: null, level: null, author: null },
      ...{ date: null, modified: null, license: null, fields: [], related: [] },
      ...head,
      detection: {
        identifiers: [
          {
            name: 's',
            search: {
              kind: 'all-of',
              items: items.map((item, index) => ({ ...item, path: ['detection', 's', index] })),
            },
            path: ['detection', 's'],
          },
        ],
        conditions: [{ text: 's', expression, aggregation, path: ['detection', 'condition'] }],
        timeframe,
      },
    }
  })

it('never breaks a sentence of ours, whatever a rule says', () => {
  fc.assert(
    fc.property(rules, (document) => {
      const resolved = resolve(document)
      const predicate = resolved.ok ? resolved.predicate : null
      const facts = { document, predicate, queries: [] }
      const { excludedByRule, guidance } = guideFalsePositives(facts)
      const hypothesis = deriveHypothesis(facts).text
      for (const ours of [hypothesis, ...excludedByRule, ...guidance.map((each) => each.text)]) {
        expect(judgeSentences(ours), ours).toBeNull()
        expect(ours).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(ours.length).toBeLessThanOrEqual(900)
      }
      expect(describeReferences(document.references)).toHaveLength(document.references.length)
      nameTags(facts)
    }),
    { numRuns: 500 },
  )
}, 60_000)
