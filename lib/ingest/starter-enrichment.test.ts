import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compile } from '@/lib/compiler/compile'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { checkEnrichment } from '@/lib/enrichment/check-enrichment'
import { checkCurated } from '@/lib/enrichment/curated/check-curated'
import { detectionDigest } from '@/lib/enrichment/curated/detection-digest'
import type { SigmaDocument } from '@/lib/sigma/ast'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { enrichDocument } from './enrich-document'
import { readAllCurated, readCurated } from './read-curated'

// What `npm run check:content` finds in a database, found here without one.
const RULES = fileURLToPath(new URL('../../content/rules', import.meta.url))
const paths = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yml'),
)

describe('the starter catalogue, enriched', () => {
  it.each(paths)('%s has every section full, in whole sentences', (path) => {
    const parsed = parseRule(readFileSync(join(RULES, path), 'utf8'))
    if (!parsed.ok) throw new Error('the rule does not parse')
    const { document } = parsed
    const queries = TARGETS.map((target) => compile(document, target))
    const { enrichment, fault } = enrichDocument({ document, queries, shownHash: '' })
    expect(fault).toBeNull()
    expect(checkEnrichment(enrichment, document.references)).toEqual([])
    const { dataSources, hypothesis } = enrichment
    // Else the rule changed since its file in content/enrichment was written: see `written_for`.
    expect([hypothesis.origin, `${detectionDigestOf(document)}`]).toEqual([
      'curated',
      readCurated(document.id ?? '')?.curated.writtenFor,
    ])
    expect(dataSources.filter(({ switchOn }) => switchOn.length === 0)).toEqual([])
  })
})

it.each(readAllCurated())('content/enrichment/$name is of good form', ({ result }) => {
  expect(result).toMatchObject({ ok: true })
  if (result.ok) expect(checkCurated(result.curated, null)).toEqual([])
})

function detectionDigestOf(document: SigmaDocument): string {
  const resolved = document.kind === 'rule' ? resolve(document) : null
  return detectionDigest({ document, predicate: resolved?.ok ? resolved.predicate : null })
}
