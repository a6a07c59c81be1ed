import { expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import type { CuratedEnrichment } from './curated/curated-enrichment'
import { detectionDigest } from './curated/detection-digest'
import { enrichRule } from './enrich-rule'
import type { EnrichmentFacts } from './enrichment'

function factsOf(ports: string): EnrichmentFacts {
  const parsed = parseRule(
    `title: Mail\nlogsource: { product: windows, category: network_connection }\ndetection: { sel: { DestinationPort: ${ports} }, condition: sel }\n`,
  )
  if (!parsed.ok || parsed.document.kind !== 'rule') throw new Error('no rule')
  const resolved = resolve(parsed.document)
  if (!resolved.ok) throw new Error('no meaning')
  return { document: parsed.document, predicate: resolved.predicate, queries: [] }
}

const written = (writtenFor: string | null): CuratedEnrichment => ({
  ...{ ruleId: 'x', writtenFor, dataSources: [], falsePositives: [], confidence: null, tags: [] },
  hypothesis: 'Mail leaves by port 25 or 587.',
})
const originOf = (ports: string, writtenFor: string | null) =>
  enrichRule(factsOf(ports), written(writtenFor)).hypothesis.origin

it('shows what was written for the detection that the rule has, and for no other', () => {
  const digest = detectionDigest(factsOf('[25, 587]'))
  expect(originOf('[25, 587]', digest)).toBe('curated')
  expect(originOf('[ 25,  587 ]', digest)).toBe('curated')
  expect(originOf('[25, 587, 1025]', digest)).toBe('derived')
  expect(originOf('[25, 587, 1025]', null)).toBe('curated')
})
