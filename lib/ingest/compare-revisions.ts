import type { QueryContent, RevisionContent } from '@/lib/catalogue/find-contents'
import { readYaml, type YamlMapping } from '@/lib/sigma/read-yaml'

/** Sigma's own keys in the words that a reader is shown; keys of one part are named once. */
const PARTS: readonly (readonly [key: string, part: string])[] = [
  ['title', 'title'],
  ['name', 'name'],
  ['description', 'description'],
  ['level', 'level'],
  ['status', 'status'],
  ['tags', 'tags'],
  ['logsource', 'logsource'],
  ['detection', 'detection'],
  ['correlation', 'correlation'],
  ['filter', 'filter'],
  ['falsepositives', 'false positives'],
  ['references', 'references'],
  ['related', 'related rules'],
  ['author', 'author'],
  ['date', 'date'],
  ['modified', 'date'],
  ['license', 'licence'],
]
const KNOWN: ReadonlySet<string> = new Set(PARTS.map(([key]) => key))

/**
 * What changed between two revisions of a rule, part by part, in the order of a rule: what the author
 * wrote first, then what was made of it. Never empty: where nothing of the rule changed, it says so.
 */
export function compareRevisions(before: RevisionContent, after: RevisionContent): string[] {
  const parts = compareSigma(before.sigma, after.sigma)
  if (before.path !== after.path) parts.push('path')
  if (!parts.includes('tags') && !isSame(attackOf(before), attackOf(after))) parts.push('ATT&CK')
  parts.push(...compareQueries(before.queries, after.queries))
  if (parts.length > 0) return parts
  if (before.sigma !== after.sigma) return ['formatting of the file']
  const isSameText = isSame(textsOf(before), textsOf(after))
  return [isSameText ? 'highlighting' : 'comments in the queries']
}

function compareSigma(before: string, after: string): string[] {
  const [old, now] = [readYaml(before), readYaml(after)]
  if (before === after) return []
  // A text of an older release that could be read then and cannot be now.
  if (!old.ok || !now.ok) return ['text']
  const differs = (key: string) => !isSame(partOf(old.value, key), partOf(now.value, key))
  const parts = new Set(PARTS.flatMap(([key, part]) => (differs(key) ? [part] : [])))
  const others = [...Object.keys(old.value), ...Object.keys(now.value)]
  if (others.some((key) => !KNOWN.has(key) && differs(key))) parts.add('other keys')
  return [...parts]
}

function partOf(mapping: YamlMapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined
}

function attackOf({ techniques, tactics }: RevisionContent) {
  return { techniques, tactics }
}

function compareQueries(before: readonly QueryContent[], after: readonly QueryContent[]): string[] {
  const targets = [...new Set([...before, ...after].map(({ target }) => target))].sort()
  return targets.flatMap((target) => {
    const old = before.find((query) => query.target === target)
    const now = after.find((query) => query.target === target)
    const isOther = withoutComments(old) !== withoutComments(now) || old?.status !== now?.status
    if (isOther) return [`${target} query`]
    // The same query; what is known or said of it is not.
    return isSame(factsOf(old), factsOf(now)) ? [] : [`${target} diagnostics`]
  })
}

function textsOf({ queries }: RevisionContent) {
  return queries.map(({ target, kql }) => `${target} ${kql}`).sort()
}

/** What runs: the header repeats the rule's title and author, which are parts of their own. */
function withoutComments(query: QueryContent | undefined): string | undefined {
  return query?.kql?.replace(/^\/\/.*\n/gm, '')
}

function factsOf(query: QueryContent | undefined): unknown {
  return query && { tables: query.tables, columns: query.columns, diagnostics: query.diagnostics }
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** JSON in which the order of keys means nothing, as it does in YAML and in the database. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' &&
      inner !== null &&
      !Array.isArray(inner) &&
      !(inner instanceof Date)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  )
}
