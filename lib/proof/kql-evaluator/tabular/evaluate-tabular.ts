import { findPart, getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { bindArguments } from '../expressions/call'
import { compileExpression } from '../expressions/compile-expression'
import { readLiteral } from '../expressions/literal'
import { readName, readType } from '../names'
import { evaluateParser } from '../parser-call'
import { bindStatements } from '../statements'
import type { Row, Table } from '../table'
import { joinTables } from './join'
import { applyOperator } from './operators'
import { unionTables } from './union'

/** The table that a tabular expression makes. */
export function evaluateTabular(node: KustoNode, environment: Environment): Table {
  switch (node.kind) {
    case 'PipeExpression': {
      const source = evaluateTabular(getPart(node, 'Expression'), environment)
      return applyTo(source, getPart(node, 'Operator'), environment)
    }
    case 'ParenthesizedExpression':
      return evaluateTabular(getPart(node, 'Expression'), environment)
    case 'NameReference':
      return evaluateName(node, environment)
    case 'FunctionCallExpression':
      return evaluateCall(node, environment)
    case 'MaterializeExpression':
      return evaluateTabular(getPart(node, 'Expression'), environment)
    case 'DataTableExpression':
      return evaluateDataTable(node)
    case 'UnionOperator':
      return unionTables(node, null, environment)
    case 'PrintOperator':
    case 'RangeOperator':
      return applyOperator({ columns: [], rows: [[]] }, node, environment)
    default:
      throw new EvaluationError(`Unsupported tabular expression ${node.kind}`, node)
  }
}

/** Applies one operator, and in a sub-query (mv-apply) a whole chain, to a table. */
export function applyTo(source: Table, operator: KustoNode, environment: Environment): Table {
  switch (operator.kind) {
    case 'PipeExpression': {
      const first = applyTo(source, getPart(operator, 'Expression'), environment)
      return applyTo(first, getPart(operator, 'Operator'), environment)
    }
    case 'UnionOperator':
      return unionTables(operator, source, environment)
    case 'JoinOperator':
    case 'LookupOperator':
      return joinTables(source, operator, environment)
    default:
      return applyOperator(source, operator, environment, applyTo)
  }
}

function evaluateName(node: KustoNode, environment: Environment): Table {
  const name = readName(node)
  const binding = environment.bindings.get(name)
  if (binding?.kind === 'table') return binding.table
  if (binding?.kind === 'function')
    return evaluateDeclared(binding.declaration, [], binding.home, environment)
  const table = environment.tables.get(name)
  if (binding === undefined && table !== undefined) return table
  if (environment.parsers.has(name)) return evaluateParser(name, [], environment, node)
  throw new EvaluationError(`Unknown table "${name}"`, node)
}

function evaluateCall(node: KustoNode, environment: Environment): Table {
  const name = readName(getPart(node, 'Name'))
  const argumentNodes = getParts(getPart(node, 'ArgumentList'), 'Expressions')
  const binding = environment.bindings.get(name)
  if (binding?.kind === 'function') {
    return evaluateDeclared(binding.declaration, argumentNodes, binding.home, environment)
  }
  const [only] = argumentNodes
  if (name === 'materialize' && only !== undefined) return evaluateTabular(only, environment)
  if (environment.parsers.has(name)) return evaluateParser(name, argumentNodes, environment, node)
  throw new EvaluationError(`Unknown tabular function "${name}"`, node)
}

function evaluateDeclared(
  declaration: KustoNode,
  argumentNodes: readonly KustoNode[],
  home: Environment,
  caller: Environment,
): Table {
  const inner = bindArguments(declaration, argumentNodes, home, (argument) =>
    compileExpression(argument, { columns: [], environment: caller }),
  )
  const body = getPart(declaration, 'Body')
  const environment = bindStatements(getParts(body, 'Statements'), inner)
  return evaluateTabular(getPart(body, 'Expression'), environment)
}

function evaluateDataTable(node: KustoNode): Table {
  const columns = getParts(getPart(node, 'Schema'), 'Columns').map((column) => ({
    name: readName(getPart(column, 'Name')),
    type: readType(getPart(column, 'Type')),
  }))
  const values = getParts(node, 'Values').map((value) => {
    const negative = value.kind === 'UnaryMinusExpression'
    const literal = readLiteral(negative ? getPart(value, 'Expression') : value)?.value
    if (literal === undefined) throw new EvaluationError('Expected a literal', value)
    return negative && typeof literal === 'number' ? -literal : literal
  })
  if (findPart(node, 'LeadingComma') !== undefined || values.length % columns.length !== 0) {
    throw new EvaluationError('A datatable with an incomplete row', node)
  }
  const rows: Row[] = []
  for (let at = 0; at < values.length; at += columns.length) {
    rows.push(values.slice(at, at + columns.length))
  }
  return { columns, rows }
}
