import { EvaluationError } from './evaluation-error'
import type { Row, Table } from './table'
import { formatDatetime, formatTimespan, fromDate, parseDatetime, parseTimespan } from './ticks'
import { findType, type Json, type KustoType, nullOf, type Value } from './value'

/** One value as a caller writes it: dates as ISO text or `Date`, dynamics as JSON. */
export type Cell = Json | Date | undefined

/** A table as a caller gives it; columns that a row leaves out are null (empty for strings). */
export interface TableInput {
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** What a query is evaluated against. */
export interface Database {
  readonly tables?: Readonly<Record<string, TableInput>>
  /** ASIM parsers, by name: their columns and rows; the known parameters filter them. */
  readonly parsers?: Readonly<Record<string, TableInput>>
  /** What now() is; the present where left out. */
  readonly now?: Date
}

/** A row as a caller gets it: datetimes and timespans as Kusto's text, dynamics as JSON. */
export type OutputRow = Readonly<Record<string, Json>>

export function readTable(name: string, input: TableInput): Table {
  const columns = Object.entries(input.columns).map(([column, typeName]) => {
    const type = findType(typeName)
    if (type === undefined) {
      throw new EvaluationError(`Column ${name}.${column} has the unknown type "${typeName}"`)
    }
    return { name: column, type }
  })
  const known = new Set(columns.map((column) => column.name))
  const rows = input.rows.map((row): Row => {
    const stranger = Object.keys(row).find((column) => !known.has(column))
    if (stranger !== undefined) {
      throw new EvaluationError(`A row of ${name} has "${stranger}", which is no column of it`)
    }
    return columns.map((column) => readCell(row[column.name], column.type))
  })
  return { columns, rows }
}

function readCell(cell: Cell, type: KustoType): Value {
  if (cell === undefined || cell === null) return nullOf(type)
  const value = cell instanceof Date ? fromDate(cell) : fromText(cell, type)
  if (value === null || !fits(value, type)) {
    throw new EvaluationError(`${JSON.stringify(cell)} is no ${type}`)
  }
  return value
}

function fromText(cell: Json, type: KustoType): Value {
  if (typeof cell !== 'string') return cell
  if (type === 'datetime') return parseDatetime(cell)
  if (type === 'timespan') return parseTimespan(cell)
  return cell
}

function fits(value: Value, type: KustoType): boolean {
  if (type === 'dynamic') return typeof value !== 'bigint'
  if (type === 'string' || type === 'guid') return typeof value === 'string'
  if (type === 'bool') return typeof value === 'boolean'
  if (type === 'datetime' || type === 'timespan') return typeof value === 'bigint'
  return typeof value === 'number' && (type === 'real' || Number.isSafeInteger(value))
}

export function writeRows(table: Table): readonly OutputRow[] {
  return table.rows.map((row) =>
    Object.fromEntries(
      table.columns.map((column, index) => [
        column.name,
        writeValue(row[index] ?? null, column.type),
      ]),
    ),
  )
}

function writeValue(value: Value, type: KustoType): Json {
  if (typeof value !== 'bigint') return value
  return type === 'timespan' ? formatTimespan(value) : formatDatetime(value)
}
