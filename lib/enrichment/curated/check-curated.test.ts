import { expect, it } from 'vitest'
import { checkCurated } from './check-curated'
import type { CuratedEnrichment } from './curated-enrichment'

const CURATED: CuratedEnrichment = {
  ruleId: 'x',
  writtenFor: null,
  hypothesis: 'It is whole.',
  dataSources: [{ table: 'Event', text: 'It is there.' }],
  falsePositives: ['One.'],
  confidence: null,
  tags: [],
}

it('finds nothing wrong with whole sentences about tables that are there', () => {
  expect(checkCurated(CURATED, new Set(['Event']))).toEqual([])
  expect(checkCurated(CURATED, null)).toEqual([])
})

it('finds a cut sentence wherever it stands', () => {
  expect(checkCurated({ ...CURATED, hypothesis: 'It is' }, null)).toHaveLength(1)
  expect(checkCurated({ ...CURATED, falsePositives: ['One.', 'Two'] }, null)).toHaveLength(1)
  const confidence = { value: 'low', reasons: ['Three'] } as const
  expect(checkCurated({ ...CURATED, confidence }, null)).toHaveLength(1)
})

it('finds a note about a table that the rule does not read', () => {
  expect(checkCurated(CURATED, new Set(['Syslog']))).toEqual([
    "The rule's data sources do not have the table “Event”.",
  ])
})
