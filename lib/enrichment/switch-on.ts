import facts from '@/content/data-sources/facts.json'
import byLogsource from '@/content/data-sources/logsources.json'
import byTable from '@/content/data-sources/tables.json'
import sources from '@/content/schema/table-sources.json'
import type { Logsource } from '@/lib/sigma/ast'
import { logsourceKey } from './held-in'

interface Fact {
  readonly text: string
  /** Where it is documented. */
  readonly source: string
  /** It matters only to a query that reads one of these columns. */
  readonly onlyIfRead?: readonly string[]
}

const FACTS: Readonly<Record<string, Fact>> = facts
const LOGSOURCES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  byLogsource
const TABLES: Readonly<
  Record<string, { readonly connector: string; readonly switchOn: readonly string[] }>
> = byTable
const SOURCES = sources as Readonly<Record<string, { readonly connector?: string }>>

/**
 * What must be switched on before a table holds a logsource's events, a whole sentence each: what
 * makes the events first, then what brings them into the table (content/data-sources).
 *
 * @param columns that the query reads; null where there is no query
 * @param instead what is known in particular, in place of the facts of these ids
 */
export function whatToSwitchOn(
  logsource: Logsource,
  table: string,
  columns: readonly string[] | null,
  instead: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly string[] {
  const keys = [logsourceKey(logsource) ?? '', `${logsource.product ?? '-'}/*`]
  const specific = keys.flatMap((key) => own(own(LOGSOURCES, key) ?? {}, table) ?? [])
  const ids = new Set([...specific, ...(own(TABLES, table)?.switchOn ?? [])])
  return [...ids].flatMap((id) => {
    const fact = own(FACTS, id)
    if (fact === undefined) throw new Error(`content/data-sources has no fact “${id}”`)
    const read = fact.onlyIfRead
    const matters = !read || columns === null || read.some((name) => columns.includes(name))
    return matters ? (instead.get(id) ?? [fact.text]) : []
  })
}

// Solution packages that happen to read a table too follow these words; they fill nothing.
const PACKAGES = ' | connectors listed:'

/** The connector or agent that fills a table; null where no reference says. */
export function connectorOf(table: string): string | null {
  const curated = own(TABLES, table)?.connector
  if (curated !== undefined) return curated
  const [listed = ''] = (own(SOURCES, table)?.connector ?? '').split(PACKAGES)
  return listed === '' ? null : listed
}

function own<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
