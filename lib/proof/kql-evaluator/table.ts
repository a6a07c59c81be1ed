import type { KustoType, Value } from './value'

export interface Column {
  readonly name: string
  readonly type: KustoType
}

/** Values by position, in the order of the table's columns. */
export type Row = readonly Value[]

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Position of a column; names are case-sensitive. -1 where there is none. */
export function indexOfColumn(columns: readonly Column[], name: string): number {
  return columns.findIndex((column) => column.name === name)
}

/** A key by which equal rows meet. */
export function rowKey(values: Row): string {
  return JSON.stringify(values, (_, value: unknown) =>
    typeof value === 'bigint' ? { ticks: value.toString() } : value,
  )
}
