/**
 * Kusto's scalar types and how their values are held.
 *
 * Types are static: an expression knows its type before it sees a row, as Kusto's do. Datetimes are
 * ticks of 100 ns since 1970, timespans ticks, both bigint; long is a safe integer (more is refused);
 * a dynamic is its JSON. Null is null in every type but string, which has none (null-values page).
 */
export type KustoType =
  | 'string'
  | 'bool'
  | 'int'
  | 'long'
  | 'real'
  | 'datetime'
  | 'timespan'
  | 'guid'
  | 'dynamic'

export type Json = null | boolean | number | string | readonly Json[] | JsonBag
export interface JsonBag {
  readonly [key: string]: Json
}
export type Value = Json | bigint

const TYPES: Readonly<Record<string, KustoType>> = {
  string: 'string',
  bool: 'bool',
  boolean: 'bool',
  int: 'int',
  long: 'long',
  real: 'real',
  double: 'real',
  datetime: 'datetime',
  date: 'datetime',
  timespan: 'timespan',
  time: 'timespan',
  guid: 'guid',
  dynamic: 'dynamic',
}

/** The type of a type name, its aliases included; undefined for decimal and unknown names. */
export function findType(name: string): KustoType | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
}

/** What a column holds where a row says nothing. */
export function nullOf(type: KustoType): Value {
  return type === 'string' ? '' : null
}

export function isNumeric(type: KustoType): boolean {
  return type === 'int' || type === 'long' || type === 'real'
}

export function isBag(value: Value): value is JsonBag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: Value): value is readonly Json[] {
  return Array.isArray(value)
}
