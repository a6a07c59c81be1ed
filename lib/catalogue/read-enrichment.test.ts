import { expect, it } from 'vitest'
import { bareEnrichment } from '@/lib/enrichment/bare-enrichment'
import { readEnrichment } from './read-enrichment'

const words = {
  description: ' What it finds. ',
  references: ['https://x.test'],
  falsePositives: [],
}

it('reads what was stored, and nothing of another shape', () => {
  const enrichment = bareEnrichment(words, 'Nothing was derived.')
  const stored: unknown = JSON.parse(JSON.stringify({ ...enrichment, madeAt: 'today' }))
  expect(readEnrichment(stored)).toEqual(enrichment)
  expect(
    readEnrichment({ ...enrichment, hypothesis: { text: 'x', origin: 'a stranger' } }),
  ).toBeNull()
  expect(readEnrichment({ ...enrichment, tags: null })).toBeNull()
  expect(readEnrichment(null)).toBeNull()
})
