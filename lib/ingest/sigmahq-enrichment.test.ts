import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { compile } from '@/lib/compiler/compile'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { checkEnrichment } from '@/lib/enrichment/check-enrichment'
import { parseRule } from '@/lib/sigma/parse-rule'
import { enrichDocument } from './enrich-document'

/** All of SigmaHQ, where ../shared/data/sigma is present: no section empty, no sentence cut. */
const SIGMAHQ = path.join(import.meta.dirname, '../../../shared/data/sigma')

it.skipIf(!existsSync(SIGMAHQ))('fills every section of SigmaHQ', { timeout: 120_000 }, () => {
  const wrong: string[] = []
  for (const file of ruleFiles()) {
    const parsed = parseRule(readFileSync(file, 'utf8'))
    if (!parsed.ok) throw new Error(`${file} does not parse`)
    const { document } = parsed
    const queries = TARGETS.map((target) => compile(document, target))
    const { enrichment, fault } = enrichDocument({ document, queries, shownHash: '' })
    if (fault !== null) wrong.push(`${document.id}: ${fault}`)
    for (const { section, reason } of checkEnrichment(enrichment, document.references)) {
      wrong.push(`${document.id} ${section}: ${reason}`)
    }
    for (const { table, switchOn } of enrichment.dataSources) {
      if (switchOn.length === 0) wrong.push(`${document.id}: ${table} has nothing to switch on`)
    }
  }
  expect(wrong).toEqual([])
})

function ruleFiles(): readonly string[] {
  return readdirSync(SIGMAHQ)
    .filter((folder) => folder.startsWith('rules'))
    .flatMap((folder) =>
      readdirSync(path.join(SIGMAHQ, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yml'))
        .map((file) => path.join(SIGMAHQ, folder, file)),
    )
}
