import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { toJson } from '../functions/arguments'
import { type Row, rowKey } from '../table'
import { isBag, type Json, type KustoType, type Value } from '../value'
import { compareValues } from './sort'

/** An aggregate of one value: its column's prefix, its type, and what it makes of a group's values. */
export interface Aggregate {
  readonly prefix: string
  readonly type: (operand: KustoType) => KustoType
  readonly combine: (values: readonly Value[]) => Value
}

const same = (type: KustoType): KustoType => type

/** Nulls take no part (null-values page, "Null values and aggregation functions"). */
export const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  dcount: { prefix: 'dcount_', type: () => 'long', combine: (values) => distinct(values).length },
  count_distinct: {
    prefix: 'count_distinct_',
    type: () => 'long',
    combine: (values) => distinct(values).length,
  },
  make_set: {
    prefix: 'set_',
    type: () => 'dynamic',
    combine: (values) => flatten(distinct(values)),
  },
  make_list: { prefix: 'list_', type: () => 'dynamic', combine: flatten },
  make_bag: { prefix: 'bag_', type: () => 'dynamic', combine: mergeBags },
  sum: { prefix: 'sum_', type: same, combine: sum },
  avg: {
    prefix: 'avg_',
    type: () => 'real',
    combine: (values) => (values.length === 0 ? null : Number(sum(values)) / values.length),
  },
  min: { prefix: 'min_', type: same, combine: (values) => extreme(values, -1) },
  max: { prefix: 'max_', type: same, combine: (values) => extreme(values, 1) },
  take_any: { prefix: '', type: same, combine: ([first = null]) => first },
  any: { prefix: '', type: same, combine: ([first = null]) => first },
}

/** The row of a group with the greatest (1) or least (-1) value of an expression; nulls lose. */
export function findExtremeRow(
  rows: readonly Row[],
  by: Expression,
  sign: 1 | -1,
): Row | undefined {
  return rows.reduce<Row | undefined>((best, row) => {
    if (best === undefined) return row
    const [value, record] = [by.evaluate(row), by.evaluate(best)]
    if (value === null) return best
    return record === null || compareValues(value, record) * sign > 0 ? row : best
  }, undefined)
}

export function requireAggregate(name: string, node: KustoNode): Aggregate {
  const found = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined
  if (found === undefined) throw new EvaluationError(`Unknown aggregate "${name}"`, node)
  return found
}

function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [rowKey([value]), value])).values()]
}

function flatten(values: readonly Value[]): Json {
  return values.map(toJson)
}

function mergeBags(values: readonly Value[]): Json {
  return Object.assign({}, ...values.filter(isBag).toReversed())
}

function sum(values: readonly Value[]): Value {
  if (values.length > 0 && values.every((value) => typeof value === 'bigint')) {
    return values.reduce((total, value) => total + value, 0n)
  }
  return values.reduce<number>((total, value) => {
    if (typeof value !== 'number') throw new EvaluationError('sum() of something else than numbers')
    return total + value
  }, 0)
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  return values.reduce(
    (best, value) => (compareValues(value, best) * sign > 0 ? value : best),
    values[0] ?? null,
  )
}
