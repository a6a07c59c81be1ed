import { getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileExpression } from '../expressions/compile-expression'
import { checkParameters, readName } from '../names'
import { type Row, rowKey, type Table } from '../table'
import type { Value } from '../value'
import { applyToEach, expandRows } from './expand'
import {
  distinctColumns,
  extend,
  project,
  projectAway,
  projectKeep,
  projectRename,
  projectReorder,
} from './project'
import { sortRows } from './sort'
import { summarize } from './summarize'

export type Apply = (source: Table, operator: KustoNode, environment: Environment) => Table

/** The operators that need nothing but one table and its rows. */
export function applyOperator(
  source: Table,
  node: KustoNode,
  environment: Environment,
  apply?: Apply,
): Table {
  const scope = { columns: source.columns, environment }
  switch (node.kind) {
    case 'FilterOperator':
      return filter(source, getPart(node, 'Condition'), environment)
    case 'ExtendOperator':
      return extend(source, getParts(node, 'Expressions'), environment)
    case 'ProjectOperator':
    case 'PrintOperator':
      return project(source, getParts(node, 'Expressions'), environment)
    case 'ProjectAwayOperator':
      return projectAway(source, getParts(node, 'Expressions'))
    case 'ProjectKeepOperator':
      return projectKeep(source, getParts(node, 'Expressions'))
    case 'ProjectRenameOperator':
      return projectRename(source, getParts(node, 'Expressions'))
    case 'ProjectReorderOperator':
      return projectReorder(source, getParts(node, 'Expressions'))
    case 'DistinctOperator':
      return distinct(distinctColumns(source, getParts(node, 'Expressions'), environment))
    case 'TakeOperator':
      return { ...source, rows: source.rows.slice(0, count(node, environment)) }
    case 'TopOperator': {
      const sorted = sortRows(source, [getPart(node, 'ByExpression')], environment)
      return { ...sorted, rows: sorted.rows.slice(0, count(node, environment)) }
    }
    case 'SortOperator':
      return sortRows(source, getParts(node, 'Expressions'), environment)
    case 'CountOperator':
      return { columns: [{ name: 'Count', type: 'long' }], rows: [[source.rows.length]] }
    case 'SummarizeOperator':
      return summarize(source, node, environment)
    case 'MvExpandOperator':
      return expandRows(source, node, environment)
    case 'MvApplyOperator':
      if (apply !== undefined) return applyToEach(source, node, environment, apply)
      break
    case 'AsOperator':
    case 'SerializeOperator':
      checkParameters(node, [])
      return source
    case 'RangeOperator':
      return range(node, (inner) => compileExpression(inner, scope).evaluate([]))
  }
  throw new EvaluationError(`Unsupported operator ${node.kind}`, node)
}

/** `where` drops rows for which the condition is null (null-values page). */
function filter(source: Table, condition: KustoNode, environment: Environment): Table {
  const test = compileExpression(condition, { columns: source.columns, environment })
  if (test.type !== 'bool' && test.type !== 'dynamic') {
    throw new EvaluationError(`where of a ${test.type}`, condition)
  }
  return { ...source, rows: source.rows.filter((row) => test.evaluate(row) === true) }
}

function distinct(table: Table): Table {
  return { ...table, rows: [...new Map(table.rows.map((row) => [rowKey(row), row])).values()] }
}

function count(node: KustoNode, environment: Environment): number {
  const amount = getPart(node, 'Expression')
  const value = compileExpression(amount, { columns: [], environment }).evaluate([])
  if (typeof value !== 'number') throw new EvaluationError('Expected a number of rows', node)
  return value
}

function range(node: KustoNode, evaluate: (node: KustoNode) => Value): Table {
  const [from, to, step] = ['From', 'To', 'Step'].map((name) => evaluate(getPart(node, name)))
  if (typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number' || step <= 0) {
    throw new EvaluationError('A range other than of rising numbers', node)
  }
  const rows: Row[] = []
  for (let value = from; value <= to; value += step) rows.push([value])
  return { columns: [{ name: readName(getPart(node, 'Name')), type: 'long' }], rows }
}
