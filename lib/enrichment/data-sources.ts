import { TARGETS, type Target } from '@/lib/compiler/compiled-query'
import type { Logsource } from '@/lib/sigma/ast'
import type { DataSource, EnrichmentFacts, OriginText } from './enrichment'
import { type Holding, heldIn } from './held-in'
import { connectorOf, whatToSwitchOn } from './switch-on'

type Columns = Readonly<Record<string, readonly string[]>>

/**
 * The tables that the queries read, and for a target without a query those that hold the logsource
 * in full. Where that leaves none, the tables that hold a part of it, and then a line that says what
 * is missing: there is always one.
 */
export function describeDataSources({ document, queries }: EnrichmentFacts): readonly DataSource[] {
  if (document.kind === 'correlation') return [nowhere(CORRELATION)]
  const { logsource } = document
  const held = heldIn(logsource)
  const queried = queries.flatMap((query) =>
    query.tables.map((table) =>
      queriedSource(logsource, query.target, table, query.columns, query.tables, held),
    ),
  )
  const without = TARGETS.filter((target) => !queried.some((source) => source.target === target))
  const needed = without.flatMap((target) => neededSources(logsource, target, 'full', held))
  const sources = [...queried, ...needed]
  if (sources.length > 0) return sources
  const partial = without.flatMap((target) => neededSources(logsource, target, 'partial', held))
  return partial.length > 0 ? partial : [nowhere(unknown(logsource))]
}

function queriedSource(
  logsource: Logsource,
  target: Target,
  table: string,
  read: Columns,
  tables: readonly string[],
  held: Readonly<Record<Target, Holding>> | null,
): DataSource {
  const columns = Object.hasOwn(read, table) ? (read[table] ?? []) : []
  const notes = [
    ...(EITHER.includes(table) && EITHER.every((each) => tables.includes(each))
      ? [ONE_OF_TWO]
      : []),
    ...shortcoming(held, target),
  ]
  return {
    ...{ target, table, role: 'queried', connector: connectorOf(table), columns },
    switchOn: whatToSwitchOn(logsource, table, columns),
    notes: derived(notes),
    origin: 'derived',
  }
}

function neededSources(
  logsource: Logsource,
  target: Target,
  holds: 'full' | 'partial',
  held: Readonly<Record<Target, Holding>> | null,
): readonly DataSource[] {
  if (held?.[target].holds !== holds) return []
  return held[target].tables.map((table) => ({
    ...{ target, table, role: 'needed', connector: connectorOf(table), columns: [] },
    switchOn: whatToSwitchOn(logsource, table, null),
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

function shortcoming(
  held: Readonly<Record<Target, Holding>> | null,
  target: Target,
): readonly string[] {
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
