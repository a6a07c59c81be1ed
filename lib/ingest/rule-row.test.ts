import { expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { ruleText } from './fixtures/rule-folder'
import { toRow } from './rule-row'

it('throws where a file without an id was let through', () => {
  const text = ruleText(1).replace(/^id: .*\n/m, '')
  const read = parseRule(text)
  if (!read.ok) throw new Error('the fixture cannot be read')
  const file = { kind: 'readable', path: 'a.yml', text, contentHash: '' } as const
  expect(() => toRow(file, read.document, [])).toThrow(/without an id/)
})
