import { createHash } from 'node:crypto'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { NewQuery, NewRevision } from '@/lib/catalogue/new-rule'
import { highlight } from '@/lib/highlight/highlight'
import type { ReadableFile } from '@/lib/importers/importer'
import type { Level, SigmaDocument } from '@/lib/sigma/ast'

const LEVELS: readonly (Level | null)[] = [
  null,
  'informational',
  'low',
  'medium',
  'high',
  'critical',
]

/** What readers see of a file: everything a page, a search or a facet needs, in one row. */
export function toRow(
  file: ReadableFile,
  document: SigmaDocument,
  queries: readonly NewQuery[],
): NewRevision {
  if (document.id === null) throw new Error('a file without an id was not rejected before')
  const logsource = document.kind === 'correlation' ? {} : document.logsource
  const attack = resolveAttackTags(document.tags)
  const date = toDate(document.date)
  const modified = toDate(document.modified)
  const shown = {
    path: file.path,
    kind: document.kind,
    title: document.title,
    description: document.description,
    level: document.level,
    levelRank: LEVELS.indexOf(document.level),
    status: document.status,
    author: document.author,
    licence: document.license,
    date,
    modified,
    product: logsource.product ?? null,
    category: logsource.category ?? null,
    service: logsource.service ?? null,
    logsourceDefinition: logsource.definition ?? null,
    tags: document.tags,
    techniques: attack.techniques.map(({ id }) => id),
    tactics: attack.tactics.map(({ shortName }) => shortName),
    tables: [...new Set(queries.flatMap(({ tables }) => tables))],
    references: document.references,
    falsePositives: document.falsepositives,
    related: document.related,
    sigma: file.text,
    sigmaHtml: highlight(file.text, 'yaml'),
    searchText: toSearchText(file, document, queries),
    queries,
  }
  return {
    sigmaId: document.id,
    contentHash: file.contentHash,
    shownHash: createHash('sha256').update(JSON.stringify(shown)).digest('hex'),
    // Left out of the hash: the day of import would make each import a change.
    changedOn: modified ?? date ?? new Date(),
    ...shown,
  }
}

function toSearchText(
  { text }: ReadableFile,
  { title, description, tags, author }: SigmaDocument,
  queries: readonly NewQuery[],
): string {
  const parts = [title, description, tags.join(' '), author, text, ...queries.map(({ kql }) => kql)]
  return parts
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase()
}

function toDate(day: string | null): Date | null {
  if (day === null) return null
  const date = new Date(`${day}T00:00:00Z`)
  // Postgres knows no year 0.
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 ? null : date
}
