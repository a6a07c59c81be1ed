import { type CompiledQuery, TARGETS, type Target } from '@/lib/compiler/compiled-query'
import type { Logsource } from '@/lib/sigma/ast'
import type { DataSource, EnrichmentFacts, OriginText } from './enrichment'
import { eventIdsOf } from './event-ids'
import { type Holding, heldIn } from './held-in'
import { securityFacts } from './security-events'
import { connectorOf, whatToSwitchOn } from './switch-on'

/** What is the same for every row of a rule. */
interface Context {
  readonly logsource: Logsource
  readonly held: Readonly<Record<Target, Holding>> | null
  /** Facts about the very events that the rule reads. */
  readonly particular: ReadonlyMap<string, readonly string[]>
}

/**
 * The tables that the queries read, and for a target without a query those that hold the logsource
 * in full. Where that leaves none, the tables that hold a part of it, and then a line that says what
 * is missing: there is always one.
 */
export function describeDataSources(facts: EnrichmentFacts): readonly DataSource[] {
  const { document, predicate, queries } = facts
  if (document.kind === 'correlation') return [nowhere(CORRELATION)]
  const { logsource } = document
  const particular = securityFacts(predicate === null ? [] : eventIdsOf(predicate))
  const context: Context = { logsource, held: heldIn(logsource), particular }
  const queried = queries.flatMap((query) =>
    query.tables.map((table) => queriedSource(query, table, context)),
  )
  const without = TARGETS.filter((target) => !queried.some((source) => source.target === target))
  const sources = [...queried, ...without.flatMap((target) => needed(target, 'full', context))]
  if (sources.length > 0) return sources
  const partial = without.flatMap((target) => needed(target, 'partial', context))
  return partial.length > 0 ? partial : [nowhere(unknown(logsource))]
}

function queriedSource(
  query: CompiledQuery,
  table: string,
  { logsource, held, particular }: Context,
): DataSource {
  const { target, tables } = query
  const read: Readonly<Record<string, readonly string[]>> = query.columns
  const columns = Object.hasOwn(read, table) ? (read[table] ?? []) : []
  const either = EITHER.includes(table) && EITHER.every((each) => tables.some((t) => t === each))
  return {
    ...{ target, table, role: 'queried', connector: connectorOf(table), columns },
    switchOn: whatToSwitchOn(logsource, table, columns, particular),
    notes: derived([...(either ? [ONE_OF_TWO] : []), ...shortcoming(held, target)]),
    origin: 'derived',
  }
}

function needed(
  target: Target,
  holds: 'full' | 'partial',
  { logsource, held, particular }: Context,
): readonly DataSource[] {
  if (held?.[target].holds !== holds) return []
  return held[target].tables.map((table) => ({
    ...{ target, table, role: 'needed', connector: connectorOf(table), columns: [] },
    switchOn: whatToSwitchOn(logsource, table, null, particular),
    notes: derived([NO_QUERY, ...shortcoming(held, target)]),
    origin: 'derived',
  }))
}

const EITHER = ['Event', 'WindowsEvent']
const ONE_OF_TWO =
  'Windows events arrive in Event or in WindowsEvent, depending on how they are collected; the query reads both, and one is enough.'
const NO_QUERY = 'The table holds events of this kind, but the rule has no query for this target.'
const CORRELATION =
  'A correlation reads what the rules read that it correlates: see the data sources of those rules.'

function shortcoming(held: Context['held'], target: Target): readonly string[] {
  const note = held?.[target].note
  return note === undefined ? [] : [note]
}

function unknown({ product, category, service }: Logsource): string {
  const name = [product, category, service].filter((part) => part !== undefined).join(' / ')
  return `No table is known to hold the log source “${name}”; it has to be brought into a custom table first, and there is no query for it.`
}

function nowhere(reason: string): DataSource {
  return {
    ...{ target: 'azure-monitor', table: 'none', role: 'needed', connector: null, columns: [] },
    switchOn: [],
    notes: derived([reason]),
    origin: 'derived',
  }
}

function derived(texts: readonly string[]): readonly OriginText[] {
  return texts.map((text) => ({ text, origin: 'derived' }))
}
