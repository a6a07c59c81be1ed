import { findPart, getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment, Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileExpression } from '../expressions/compile-expression'
import { findFunction } from '../functions/find-function'
import { checkParameters, readName, readType, splitNamed } from '../names'
import { type Column, indexOfColumn, type Row, type Table } from '../table'
import { isArray, isBag, type Json, type KustoType, nullOf, type Value } from '../value'
import type { Apply } from './operators'
import { nameOf } from './project'

interface Expanded {
  readonly name: string
  readonly type: KustoType
  readonly expression: Expression
}

/** What one input row expands to. */
interface Expansion {
  readonly row: Row
  readonly table: Table
}

/** `mv-expand` (its page): arrays to rows, bags to one-pair bags; an empty array to no row. */
export function expandRows(source: Table, node: KustoNode, environment: Environment): Table {
  const parameters = checkParameters(node, ['bagexpansion', 'kind', 'with_itemindex'])
  const bagKind = parameters.get('bagexpansion') ?? parameters.get('kind') ?? 'bag'
  const items = (value: Value): readonly Json[] => itemsOf(value, bagKind)
  const expansions = expand(source, node, environment, parameters.get('with_itemindex'), items)
  return { columns: expansions.columns, rows: expansions.list.flatMap(({ table }) => table.rows) }
}

/**
 * `mv-apply` (its page): expands each row, arrays only, applies the sub-query to the sub-table, and
 * puts the source's columns that the sub-query did not make before what it made.
 */
export function applyToEach(
  source: Table,
  node: KustoNode,
  environment: Environment,
  apply: Apply,
): Table {
  const parameters = checkParameters(node, ['with_itemindex'])
  const items = (value: Value): readonly Json[] => {
    if (isArray(value)) return value
    if (value === null) return []
    throw new EvaluationError('mv-apply of something that is no array', node)
  }
  const { columns, list } = expand(
    source,
    node,
    environment,
    parameters.get('with_itemindex'),
    items,
  )
  const query = getPart(getPart(node, 'Subquery'), 'Expression')
  const results = list.map(({ row, table }) => ({ row, result: apply(table, query, environment) }))
  const made =
    results[0]?.result.columns ?? apply({ columns, rows: [] }, query, environment).columns
  const kept = source.columns.filter((column) => indexOfColumn(made, column.name) < 0)
  const positions = kept.map((column) => source.columns.indexOf(column))
  return {
    columns: [...kept, ...made],
    rows: results.flatMap(({ row, result }) =>
      result.rows.map((values) => [
        ...positions.map((position) => row[position] ?? null),
        ...values,
      ]),
    ),
  }
}

function expand(
  source: Table,
  node: KustoNode,
  environment: Environment,
  indexName: string | undefined,
  itemsOf: (value: Value) => readonly Json[],
): { readonly columns: readonly Column[]; readonly list: readonly Expansion[] } {
  if (findPart(node, 'RowLimitClause') !== undefined) throw new EvaluationError('A row limit', node)
  const expanded = getParts(node, 'Expressions').map((item) =>
    readExpanded(item, source, environment),
  )
  const added = expanded.filter(({ name }) => indexOfColumn(source.columns, name) < 0)
  const indexColumn: Column[] = indexName === undefined ? [] : [{ name: indexName, type: 'long' }]
  const columns = [
    ...indexColumn,
    ...source.columns.map((column) => expanded.find(({ name }) => name === column.name) ?? column),
    ...added,
  ].map(({ name, type }) => ({ name, type }))
  const list = source.rows.map((row) => {
    const lists = new Map(
      expanded.map(({ name, expression }) => [name, itemsOf(expression.evaluate(row))]),
    )
    const length = Math.max(...[...lists.values()].map((items) => items.length))
    const rows = Array.from({ length }, (_, at) =>
      columns.map((column): Value => {
        if (column.name === indexName) return at
        const items = lists.get(column.name)
        if (items === undefined) return row[indexOfColumn(source.columns, column.name)] ?? null
        return at < items.length ? convert(items[at] ?? null, column.type) : nullOf(column.type)
      }),
    )
    return { row, table: { columns, rows } }
  })
  return { columns, list }
}

function readExpanded(item: KustoNode, source: Table, environment: Environment): Expanded {
  const node = getPart(item, 'Expression')
  const toType = findPart(item, 'ToTypeOf')
  const { body } = splitNamed(node)
  const expression = compileExpression(body, { columns: source.columns, environment })
  if (expression.type !== 'dynamic')
    throw new EvaluationError(`Expanding a ${expression.type}`, item)
  return {
    name: node.kind === 'SimpleNamedExpression' ? readName(getPart(node, 'Name')) : nameOf(node),
    type: toType === undefined ? 'dynamic' : readType(getPart(toType, 'TypeOf')),
    expression,
  }
}

function itemsOf(value: Value, bagKind: string): readonly Json[] {
  if (isArray(value)) return value
  if (isBag(value)) {
    return Object.entries(value).map(([key, member]) =>
      bagKind === 'array' ? [key, member] : { [key]: member },
    )
  }
  if (typeof value === 'bigint') throw new EvaluationError('mv-expand of a datetime or timespan')
  return [value]
}

/** `to typeof(…)`: as the conversion function of that type does. */
function convert(value: Json, type: KustoType): Value {
  if (type === 'dynamic') return value
  const conversion = findFunction(`to${type}`)
  if (conversion === undefined) throw new EvaluationError(`mv-expand to typeof(${type})`)
  return conversion.apply([value], { types: ['dynamic'], now: 0n })
}
