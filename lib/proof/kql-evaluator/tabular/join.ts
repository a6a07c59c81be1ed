import { getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { checkParameters, readName } from '../names'
import { indexOfColumn, type Row, rowKey, type Table } from '../table'
import { nullOf } from '../value'

interface Keys {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Right columns of `lookup` that repeat the left key. */
  readonly shared: ReadonlySet<string>
}

/**
 * `join` and `lookup` by equality of columns (join, lookup pages). A right column whose name the left
 * has too gets the suffix 1; rows whose key holds a null meet nothing.
 */
export function joinTables(left: Table, node: KustoNode, environment: Environment): Table {
  const isLookup = node.kind === 'LookupOperator'
  const kind =
    checkParameters(node, ['kind']).get('kind') ?? (isLookup ? 'leftouter' : 'innerunique')
  const right = environment.evaluateTabular(getPart(node, 'Expression'), environment)
  const keys = readKeys(left, right, getPart(node, isLookup ? 'LookupClause' : 'ConditionClause'))
  const meets = group(right, keys.right)
  const partners = (row: Row): readonly Row[] => meets.get(keyOf(row, keys.left) ?? '') ?? []
  switch (kind) {
    case 'leftsemi':
      return { ...left, rows: left.rows.filter((row) => partners(row).length > 0) }
    case 'leftanti':
    case 'anti':
      return { ...left, rows: left.rows.filter((row) => partners(row).length === 0) }
    case 'innerunique': {
      const first = [...group(left, keys.left).values()].flatMap((rows) => rows.slice(0, 1))
      return combine({ ...left, rows: first }, right, keys, isLookup, partners)
    }
    case 'inner':
      return combine(left, right, keys, isLookup, partners)
    case 'leftouter': {
      const blank = right.columns.map((column) => nullOf(column.type))
      return combine(left, right, keys, isLookup, (row) => {
        const found = partners(row)
        return found.length > 0 ? found : [blank]
      })
    }
    default:
      throw new EvaluationError(`join kind=${kind}`, node)
  }
}

function combine(
  left: Table,
  right: Table,
  keys: Keys,
  isLookup: boolean,
  partners: (row: Row) => readonly Row[],
): Table {
  const kept = right.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !(isLookup && keys.shared.has(column.name)))
  const columns = [...left.columns]
  for (const { column } of kept) {
    const isTaken = indexOfColumn(columns, column.name) >= 0
    columns.push(isTaken ? { ...column, name: `${column.name}1` } : column)
  }
  const rows = left.rows.flatMap((row) =>
    partners(row).map((other) => [...row, ...kept.map(({ index }) => other[index] ?? null)]),
  )
  return { columns, rows }
}

function readKeys(left: Table, right: Table, clause: KustoNode): Keys {
  const pairs = getParts(clause, 'Expressions').map((node): readonly [string, string] => {
    if (node.kind === 'NameReference') return [readName(node), readName(node)]
    const sides = ['Left', 'Right'].map((side) => {
      const path = getPart(node, side)
      return [readName(getPart(path, 'Expression')), readName(getPart(path, 'Selector'))] as const
    })
    const find = (side: string): string | undefined => sides.find(([name]) => name === side)?.[1]
    const [leftName, rightName] = [find('$left'), find('$right')]
    if (node.kind !== 'EqualExpression' || leftName === undefined || rightName === undefined) {
      throw new EvaluationError('Unsupported join condition', node)
    }
    return [leftName, rightName]
  })
  const position = (table: Table, name: string): number => {
    const index = indexOfColumn(table.columns, name)
    if (index < 0) throw new EvaluationError(`Unknown column "${name}" in a join`, clause)
    return index
  }
  return {
    left: pairs.map(([name]) => position(left, name)),
    right: pairs.map(([, name]) => position(right, name)),
    shared: new Set(pairs.map(([, name]) => name)),
  }
}

function group(table: Table, positions: readonly number[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of table.rows) {
    const key = keyOf(row, positions)
    if (key === null) continue
    const rows = groups.get(key)
    if (rows === undefined) groups.set(key, [row])
    else rows.push(row)
  }
  return groups
}

function keyOf(row: Row, positions: readonly number[]): string | null {
  const values = positions.map((position) => row[position] ?? null)
  return values.includes(null) ? null : rowKey(values)
}
