import { findPart, getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment, Expression, Scope } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileExpression } from '../expressions/compile-expression'
import { checkParameters, readName, splitNamed } from '../names'
import { type Column, indexOfColumn, type Row, rowKey, type Table } from '../table'
import type { Value } from '../value'
import { findExtremeRow, requireAggregate } from './aggregates'
import { nameOf } from './project'

/** One aggregate of the query: the columns that it makes, and their values for a group of rows. */
interface Output {
  readonly columns: readonly Column[]
  readonly combine: (rows: readonly Row[]) => readonly Value[]
}

/** `summarize … by …` (its page). Without `by` an empty input still gives one row. */
export function summarize(source: Table, node: KustoNode, environment: Environment): Table {
  checkParameters(node, [])
  const scope = { columns: source.columns, environment }
  const clause = findPart(node, 'ByClause')
  const keys = (clause === undefined ? [] : getParts(clause, 'Expressions')).map((key) => ({
    name: keyName(key),
    expression: compileExpression(splitNamed(key).body, scope),
  }))
  const keyColumns = keys.map(({ name, expression }) => ({ name, type: expression.type }))
  const outputs = getParts(node, 'Aggregates').map((item) => readOutput(item, scope, keyColumns))
  const groups = groupRows(
    source.rows,
    keys.map(({ expression }) => expression),
  )
  if (keys.length === 0 && groups.length === 0) groups.push({ key: [], rows: [] })
  return {
    columns: [...keyColumns, ...outputs.flatMap(({ columns }) => columns)],
    rows: groups.map(({ key, rows }) => [
      ...key,
      ...outputs.flatMap(({ combine }) => combine(rows)),
    ]),
  }
}

/** `bin(t, 1h)` keeps the name of its column (summarize page). */
function keyName(node: KustoNode): string {
  const { name, body } = splitNamed(node)
  if (name !== null || body.kind !== 'FunctionCallExpression') return nameOf(node)
  const [first] = getParts(getPart(body, 'ArgumentList'), 'Expressions')
  if (readName(getPart(body, 'Name')) !== 'bin' || first === undefined) return nameOf(node)
  return nameOf(first)
}

function groupRows(
  rows: readonly Row[],
  keys: readonly Expression[],
): { readonly key: Row; readonly rows: Row[] }[] {
  const groups = new Map<string, { readonly key: Row; readonly rows: Row[] }>()
  for (const row of rows) {
    const key = keys.map((expression) => expression.evaluate(row))
    const id = rowKey(key)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { key, rows: [row] })
    else group.rows.push(row)
  }
  return [...groups.values()]
}

function readOutput(node: KustoNode, scope: Scope, keys: readonly Column[]): Output {
  const { name: given, body } = splitNamed(node)
  if (body.kind !== 'FunctionCallExpression') {
    throw new EvaluationError('An aggregate inside an expression', node)
  }
  const name = readName(getPart(body, 'Name'))
  const operands = getParts(getPart(body, 'ArgumentList'), 'Expressions')
  if (name === 'count' || name === 'countif') return countRows(name, given, operands, scope)
  if (name === 'arg_max' || name === 'arg_min') {
    if (given !== null) throw new EvaluationError('A name for arg_max', node)
    return extremeRow(name === 'arg_max' ? 1 : -1, operands, scope, keys)
  }
  const isConditional = name.endsWith('if') || name.endsWith('_if')
  const aggregate = requireAggregate(name.replace(/_?if$/, ''), node)
  const [operand, condition, ...rest] = operands
  const isStar = operand?.kind === 'StarExpression'
  if (
    operand === undefined ||
    isStar ||
    rest.length > 0 ||
    (condition !== undefined && !isConditional)
  ) {
    throw new EvaluationError(`Unsupported arguments of ${name}`, node)
  }
  const value = compileExpression(operand, scope)
  const test = condition === undefined ? undefined : compileExpression(condition, scope)
  const column = given ?? `${aggregate.prefix}${nameOf(operand)}`
  return {
    columns: [{ name: column, type: aggregate.type(value.type) }],
    combine: (rows) => {
      const counted = test === undefined ? rows : rows.filter((row) => test.evaluate(row) === true)
      const values = counted.map((row) => value.evaluate(row))
      return [aggregate.combine(values.filter((item) => item !== null))]
    },
  }
}

function countRows(
  name: string,
  given: string | null,
  operands: readonly KustoNode[],
  scope: Scope,
): Output {
  const [condition] = operands
  const test = condition === undefined ? undefined : compileExpression(condition, scope)
  return {
    columns: [{ name: given ?? `${name}_`, type: 'long' }],
    combine: (rows) => [
      test === undefined ? rows.length : rows.filter((row) => test.evaluate(row) === true).length,
    ],
  }
}

/** `arg_max(x, *)`: x, then every column that is neither x nor a key (arg_max page). */
function extremeRow(
  sign: 1 | -1,
  operands: readonly KustoNode[],
  scope: Scope,
  keys: readonly Column[],
): Output {
  const [by, ...others] = operands
  if (by === undefined) throw new EvaluationError('arg_max without an argument')
  const expression = compileExpression(by, scope)
  const byName = nameOf(by)
  const wanted = others.some((other) => other.kind === 'StarExpression')
    ? scope.columns.map((column) => column.name)
    : others.map(nameOf)
  const names = wanted.filter((name) => name !== byName && !keys.some((key) => key.name === name))
  const positions = names.map((name) => indexOfColumn(scope.columns, name))
  const columns = positions.map((position) => {
    const column = scope.columns[position]
    if (column === undefined) throw new EvaluationError('Unknown column in arg_max', by)
    return column
  })
  return {
    columns: [{ name: byName, type: expression.type }, ...columns],
    combine: (rows) => {
      const row = findExtremeRow(rows, expression, sign)
      if (row === undefined) return [null, ...positions.map(() => null)]
      return [expression.evaluate(row), ...positions.map((position) => row[position] ?? null)]
    },
  }
}
