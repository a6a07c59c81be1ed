import { expect, it } from 'vitest'
import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import { parseRule } from '@/lib/sigma/parse-rule'
import { currentInputsHash, enrichDocument } from './enrich-document'
import { ruleId, ruleText } from './fixtures/rule-folder'

const read = parseRule(ruleText(1))
if (!read.ok) throw new Error('the fixture cannot be read')
const { document } = read

it('gives every section, under the hash that the inputs give again', () => {
  const { enrichment, fault } = enrichDocument({ document, queries: [], shownHash: 'a' })
  expect(fault).toBeNull()
  expect(enrichment.inputsHash).toBe(currentInputsHash(ruleId(1), 'a'))
  expect(enrichment.inputsHash).not.toBe(currentInputsHash(ruleId(1), 'b'))
  expect(enrichment.hypothesis.text).not.toBe('')
})

it('stands a bug of ours: the rule keeps its own words, says why, and is tried again', () => {
  const broken = [null as unknown as CompiledQuery]
  const { enrichment, fault } = enrichDocument({ document, queries: broken, shownHash: 'a' })
  expect(fault).toMatch(/^A fault of Rule Atlas stopped the enrichment of this rule \(.+\): /)
  expect(enrichment.hypothesis).toEqual({ text: 'Made for a test', origin: 'rule' })
  expect(enrichment.confidence.reasons).toEqual([fault])
  expect(enrichment.inputsHash).not.toBe(currentInputsHash(ruleId(1), 'a'))
})
