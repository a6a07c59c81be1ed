import { expandTactic } from '@/lib/attack/expand-tactic'
import { type Cursor, parseCursor, printCursor } from './feed-cursor'

/** Parameters of the feed that choose among values. Each may be repeated; a leading `-` excludes. */
export const FILTER_NAMES = [
  'level',
  'status',
  'tactic',
  'technique',
  'product',
  'category',
  'service',
  'table',
  'target',
  'source',
  'tag',
  'author',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** A rule passes when it has one of `include` (or that is empty) and none of `exclude`. */
export interface Selection {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** What a reader asked the feed for. Parsing and printing are inverse to each other. */
export interface FeedQuery {
  readonly q: string
  readonly filters: { readonly [Name in FilterName]?: Selection }
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string | null
  readonly to: string | null
  /** Filters of which every value is listed, also the rare ones. */
  readonly more: readonly FilterName[]
  readonly cursor: Cursor | null
  readonly limit: number
}

export const DEFAULT_LIMIT = 50
export const LARGEST_LIMIT = 200
export const EMPTY_QUERY: FeedQuery = {
  q: '',
  filters: {},
  from: null,
  to: null,
  more: [],
  cursor: null,
  limit: DEFAULT_LIMIT,
}

const LONGEST_SEARCH = 300
const LONGEST_VALUE = 200
const MOST_VALUES = 40

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Reads the feed's parameters. Addresses are typed, cut and forged, so this never fails: what is
 * unknown or broken is left out, what is too long is cut.
 */
export function parseFeedQuery(params: Params): FeedQuery {
  const filters: { [Name in FilterName]?: Selection } = {}
  for (const name of FILTER_NAMES) {
    const selection = parseSelection(name, all(params[name]))
    if (selection !== null) filters[name] = selection
  }
  return {
    q: clean(all(params.q)[0] ?? '', LONGEST_SEARCH),
    filters,
    from: parseDay(all(params.from)[0]),
    to: parseDay(all(params.to)[0]),
    more: FILTER_NAMES.filter((name) => all(params.more).includes(name)),
    cursor: parseCursor(all(params.cursor)[0] ?? ''),
    limit: parseLimit(all(params.limit)[0]),
  }
}

/** The address that asks for this: `/` or `/?…`, parameters in a fixed order, defaults left out. */
export function printFeedQuery(query: FeedQuery): string {
  const text = new URLSearchParams([...feedParams(query)]).toString()
  return text === '' ? '/' : `/?${text}`
}

/** The same as pairs, for a form's hidden inputs. */
export function* feedParams(query: FeedQuery): Generator<[name: string, value: string]> {
  if (query.q !== '') yield ['q', query.q]
  for (const name of FILTER_NAMES) {
    const selection = query.filters[name]
    for (const value of selection?.include ?? []) yield [name, value]
    for (const value of selection?.exclude ?? []) yield [name, `-${value}`]
  }
  if (query.from !== null) yield ['from', query.from]
  if (query.to !== null) yield ['to', query.to]
  for (const name of query.more) yield ['more', name]
  if (query.limit !== DEFAULT_LIMIT) yield ['limit', String(query.limit)]
  if (query.cursor !== null) yield ['cursor', printCursor(query.cursor)]
}

function parseSelection(name: FilterName, written: readonly string[]): Selection | null {
  const include = new Set<string>()
  const exclude = new Set<string>()
  for (const text of written.slice(0, MOST_VALUES)) {
    const value = clean(text, LONGEST_VALUE + 1)
    const isExcluded = value.startsWith('-')
    const set = isExcluded ? exclude : include
    for (const each of normalise(name, isExcluded ? value.slice(1).trim() : value)) set.add(each)
  }
  for (const set of [include, exclude]) set.delete('')
  for (const value of exclude) include.delete(value)
  if (include.size === 0 && exclude.size === 0) return null
  return { include: [...include].sort(), exclude: [...exclude].sort() }
}

const LOWER_CASE: readonly FilterName[] = ['level', 'status', 'target', 'tag']

/**
 * Ids and fixed words are stored in one case; readers type them in any. Tactics are stored as the
 * current release of ATT&CK has them; readers know older ones and their ids too.
 */
function normalise(name: FilterName, value: string): readonly string[] {
  if (name === 'tactic') return expandTactic(value)
  if (name === 'technique') return [value.toUpperCase()]
  return [LOWER_CASE.includes(name) ? value.toLowerCase() : value]
}

/** Postgres takes no NUL in a text, and a half of a surrogate pair has no UTF-8. */
function clean(text: string, longest: number): string {
  return text
    .replaceAll('\0', '')
    .slice(0, longest)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

function parseLimit(text: string | undefined): number {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return DEFAULT_LIMIT
  return Math.min(Math.max(Number(text), 1), LARGEST_LIMIT)
}

function parseDay(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
}

function all(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
