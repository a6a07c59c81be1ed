import type { SigmaHead } from './ast'
import { describeValue, quote } from './describe-value'
import { MappingReader } from './mapping-reader'
import { isMapping } from './read-yaml'

const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const
const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const
const RELATIONS = ['derived', 'obsolete', 'merged', 'renamed', 'similar'] as const
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const TAG = /^[a-z0-9_-]+\.[a-z0-9._-]+$/
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const MAX_TITLE = 256

/** Reads what every Sigma document has (Sigma rules specification, "Components"). */
export function parseHead(root: MappingReader): SigmaHead {
  checkTaxonomy(root)
  return {
    title: readTitle(root),
    id: readUuid(root),
    name: root.text('name'),
    description: root.text('description'),
    status: root.choice('status', STATUSES),
    level: root.choice('level', LEVELS),
    author: root.texts('author').join(', ') || null,
    date: readDate(root, 'date'),
    modified: readDate(root, 'modified'),
    license: root.text('license'),
    references: root.texts('references'),
    tags: readTags(root),
    falsepositives: root.texts('falsepositives'),
    fields: root.texts('fields'),
    related: readRelated(root),
  }
}

function readTitle(root: MappingReader): string {
  const title = root.text('title')?.replace(/\s+/g, ' ') ?? null
  if (title === null) {
    const value = root.get('title')
    if (value === null) root.missing('title', 'a title that says what the rule detects')
    else if (typeof value !== 'object') root.fault('title', 'The title is empty; write one.')
    return ''
  }
  if (title.length > MAX_TITLE) {
    root.fault('title', `The title has ${title.length} characters, allowed are ${MAX_TITLE}.`)
  }
  return title
}

function readUuid(root: MappingReader): string | null {
  const text = root.text('id')
  if (text === null) return null
  const id = text.toLowerCase()
  if (UUID.test(id)) return id
  root.fault('id', `The id is a UUID, found ${quote(text)}; write a random (version 4) UUID.`)
  return null
}

/** Both `2024-08-02` and the older `2024/08/02`; the day has to exist. */
function readDate(root: MappingReader, key: 'date' | 'modified'): string | null {
  const text = root.text(key)
  if (text === null) return null
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso
  root.fault(key, `The ${key} is a day such as "2024-08-02", found ${quote(text)}.`)
  return null
}

function readTags(root: MappingReader): readonly string[] {
  const tags = root.texts('tags').map((tag) => tag.toLowerCase())
  for (const tag of tags) {
    if (TAG.test(tag)) continue
    root.fault('tags', `A tag is "namespace.name" without spaces, found ${quote(tag)}.`)
  }
  return [...new Set(tags)]
}

function readRelated(root: MappingReader): SigmaHead['related'] {
  const value = root.get('related')
  if (value === null) return []
  if (!Array.isArray(value)) {
    root.fault('related', `The key "related" holds a list, found ${describeValue(value)}.`)
    return []
  }
  const related: { readonly id: string; readonly type: string }[] = []
  for (const [index, item] of value.entries()) {
    const path = [...root.path, 'related', index]
    const entry = new MappingReader(isMapping(item) ? item : {}, path, root.problems)
    const id = readUuid(entry)
    const type = entry.choice('type', RELATIONS)
    if (!entry.has('id') || !entry.has('type')) {
      entry.fault(null, 'A related rule has an "id" and a "type"; write both.')
    }
    if (id !== null && type !== null) related.push({ id, type })
  }
  return related
}

/** Field names of another taxonomy mean something else, so they are never taken for Sigma's own. */
function checkTaxonomy(root: MappingReader): void {
  const taxonomy = root.text('taxonomy')
  if (taxonomy === null || taxonomy.toLowerCase() === 'sigma') return
  root.fault(
    'taxonomy',
    `Only the taxonomy "sigma" is read, found ${quote(taxonomy)}; translate the field names.`,
  )
}
