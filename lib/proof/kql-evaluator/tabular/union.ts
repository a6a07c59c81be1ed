import { getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { checkParameters, findWildcard, readName } from '../names'
import type { Column, Table } from '../table'
import { nullOf, type Value } from '../value'

interface Leg {
  readonly name: string
  readonly table: Table
}

/**
 * `union`: kind=outer (the default) has the columns of all legs, kind=inner those of every leg; a
 * name with several types becomes one column a type, `name_type`; isfuzzy skips legs whose table is
 * absent (union page).
 */
export function unionTables(
  node: KustoNode,
  source: Table | null,
  environment: Environment,
): Table {
  const parameters = checkParameters(node, ['kind', 'isfuzzy', 'withsource'])
  const isFuzzy = parameters.get('isfuzzy') === 'true'
  const legs: Leg[] = source === null ? [] : [{ name: 'union_arg0', table: source }]
  for (const expression of getParts(node, 'Expressions')) {
    legs.push(...readLegs(expression, environment, isFuzzy))
  }
  if (legs.length === 0) throw new EvaluationError('A union of no tables', node)
  const columns = outputColumns(legs, parameters.get('kind') ?? 'outer', node)
  const sourceName = parameters.get('withsource')
  const rows = legs.flatMap(({ name, table }) => {
    const positions = columns.map((column) => positionIn(table, column))
    return table.rows.map((row) => {
      const values = positions.map((position, index): Value => {
        const value = row[position]
        return value === undefined ? nullOf(columns[index]?.type ?? 'dynamic') : value
      })
      return sourceName === undefined ? values : [name, ...values]
    })
  })
  const sourceColumn: Column[] =
    sourceName === undefined ? [] : [{ name: sourceName, type: 'string' }]
  return { columns: [...sourceColumn, ...columns.map(({ name, type }) => ({ name, type }))], rows }
}

function readLegs(node: KustoNode, environment: Environment, isFuzzy: boolean): readonly Leg[] {
  const wildcard = findWildcard(node)
  if (wildcard !== null) {
    return [...environment.tables]
      .filter(([name]) => wildcard(name))
      .map(([name, table]) => ({ name, table }))
  }
  if (isFuzzy && isAbsent(node, environment)) return []
  const name = node.kind === 'NameReference' ? readName(node) : 'union_arg'
  return [{ name, table: environment.evaluateTabular(node, environment) }]
}

/** Whether the table at the head of a leg does not exist. */
function isAbsent(node: KustoNode, environment: Environment): boolean {
  if (node.kind === 'ParenthesizedExpression' || node.kind === 'PipeExpression') {
    return isAbsent(getPart(node, 'Expression'), environment)
  }
  if (node.kind !== 'NameReference' && node.kind !== 'FunctionCallExpression') return false
  const name = readName(node.kind === 'NameReference' ? node : getPart(node, 'Name'))
  return ![environment.bindings, environment.tables, environment.parsers].some((known) =>
    known.has(name),
  )
}

/** A column of the result, and under which name and type a leg has it. */
interface OutputColumn extends Column {
  readonly sourceName: string
}

function outputColumns(
  legs: readonly Leg[],
  kind: string,
  node: KustoNode,
): readonly OutputColumn[] {
  if (kind !== 'outer' && kind !== 'inner') throw new EvaluationError(`union kind=${kind}`, node)
  const distinct = new Map<string, Column>()
  for (const { table } of legs) {
    for (const column of table.columns) distinct.set(`${column.name} ${column.type}`, column)
  }
  const columns = [...distinct.values()]
  const kept =
    kind === 'outer'
      ? columns
      : columns.filter((column) =>
          legs.every(({ table }) => positionIn(table, { ...column, sourceName: column.name }) >= 0),
        )
  return kept.map((column) => {
    const isShared = kept.filter((other) => other.name === column.name).length > 1
    const name = isShared ? `${column.name}_${column.type}` : column.name
    return { name, type: column.type, sourceName: column.name }
  })
}

function positionIn(table: Table, column: OutputColumn): number {
  return table.columns.findIndex(
    ({ name, type }) => name === column.sourceName && type === column.type,
  )
}
