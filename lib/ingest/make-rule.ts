import type { NewRule } from '@/lib/catalogue/new-rule'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { highlight } from '@/lib/highlight/highlight'
import type { ReadableFile } from '@/lib/importers/importer'
import { parseRule } from '@/lib/sigma/parse-rule'
import { cleanText } from './clean-text'
import { compileDocument } from './compile-document'
import { enrichDocument } from './enrich-document'
import { type RejectedFile, reject } from './identify'
import { internalFault } from './internal-fault'
import { toRow } from './rule-row'

export type MadeRule =
  | {
      readonly kind: 'rule'
      readonly rule: NewRule
      /** Why its enrichment could not be made; null where it was. */
      readonly fault: string | null
    }
  | { readonly kind: 'rejected'; readonly rejected: RejectedFile }

/** Makes rows of files that were identified before. What runs in a worker: a task is a few files. */
export async function makeRules(files: readonly ReadableFile[]): Promise<MadeRule[]> {
  const made: MadeRule[] = []
  for (const file of files) made.push(await makeRule(file))
  return made
}

async function makeRule(file: ReadableFile): Promise<MadeRule> {
  try {
    return await readRule(file)
  } catch (error) {
    const rejected = reject(file, internalFault(file.path, error))
    return { kind: 'rejected', rejected }
  }
}

async function readRule(file: ReadableFile): Promise<MadeRule> {
  const read = parseRule(file.text)
  if (!read.ok) throw new Error('the file was read before and cannot be read now')
  const document = cleanText(read.document)
  const queries = cleanText(await compileDocument(read.document, TARGETS))
  const revision = toRow(
    cleanText(file),
    document,
    queries.map((query) => ({
      ...query,
      kqlHtml: query.kql === null ? null : highlight(query.kql, 'kusto'),
    })),
  )
  const { shownHash } = revision
  const { enrichment, fault } = enrichDocument({ document, queries, shownHash })
  return { kind: 'rule', rule: { ...revision, enrichment }, fault }
}
