import { getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import { constant, type Expression, type Scope } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { readName } from '../names'
import { indexOfColumn } from '../table'
import { compileArithmetic, compileNegation } from './arithmetic'
import { compileCall } from './call'
import { compileBetween, compileComparison } from './compare'
import { readLiteral } from './literal'
import { compileLogic } from './logic'
import { compileMembership } from './membership'
import { compileElement, compilePath } from './path'
import { compileTextMatch } from './text-match'

/** Turns a scalar expression into a function of a row; every name is resolved here, once. */
export function compileExpression(node: KustoNode, scope: Scope): Expression {
  const compile = (inner: KustoNode): Expression => compileExpression(inner, scope)
  const literal = readLiteral(node)
  if (literal !== undefined) return constant(literal.type, literal.value)
  switch (node.kind) {
    case 'NameReference':
      return compileName(node, scope)
    case 'ParenthesizedExpression':
      return compile(getPart(node, 'Expression'))
    case 'PathExpression':
      return compilePath(node, compile)
    case 'ElementExpression':
      return compileElement(node, compile)
    case 'FunctionCallExpression':
      return compileCall(node, scope, compileExpression)
    case 'ToScalarExpression':
      return compileToScalar(node, scope)
    case 'UnaryMinusExpression':
      return compileNegation(compile(getPart(node, 'Expression')), node)
  }
  const operator = node.parts.Operator === undefined ? undefined : getPart(node, 'Operator').text
  if (operator === undefined) throw new EvaluationError(`Unsupported expression ${node.kind}`, node)
  return compileOperator(node, operator.replace(/\s+/g, ' '), scope)
}

function compileOperator(node: KustoNode, operator: string, scope: Scope): Expression {
  const left = compileExpression(getPart(node, 'Left'), scope)
  const rightNode = getPart(node, 'Right')
  if (/^!?between$/.test(operator)) {
    const low = compileExpression(getPart(rightNode, 'First'), scope)
    const high = compileExpression(getPart(rightNode, 'Second'), scope)
    return compileBetween(left, low, high, operator.startsWith('!'), node)
  }
  if (/^!?in~?$|^has_a(?:ny|ll)$/.test(operator)) {
    const items = getParts(rightNode, 'Expressions').map((item) => compileItem(item, scope))
    return compileMembership(operator, left, items, node)
  }
  const right = compileExpression(rightNode, scope)
  const compiled =
    compileLogic(operator, left, right, node) ??
    compileComparison(operator, left, right, node) ??
    compileArithmetic(operator, left, right, node) ??
    compileTextMatch(operator, left, right, node)
  if (compiled === undefined) throw new EvaluationError(`Unsupported operator "${operator}"`, node)
  return compiled
}

/** An element of an `in` list: a scalar, or a tabular expression whose first column is meant. */
function compileItem(node: KustoNode, scope: Scope): readonly Expression[] {
  if (isTabular(node, scope)) {
    const table = scope.environment.evaluateTabular(node, scope.environment)
    const type = table.columns[0]?.type
    if (type === undefined) throw new EvaluationError('A table without columns in a list', node)
    return table.rows.map((row) => constant(type, row[0] ?? null))
  }
  return [compileExpression(node, scope)]
}

function isTabular(node: KustoNode, scope: Scope): boolean {
  if (node.kind === 'PipeExpression' || node.kind === 'DataTableExpression') return true
  if (node.kind !== 'NameReference') return false
  const name = readName(node)
  if (indexOfColumn(scope.columns, name) >= 0) return false
  const binding = scope.environment.bindings.get(name)
  return binding === undefined ? scope.environment.tables.has(name) : binding.kind === 'table'
}

/** A column of the row before a let variable of that name (KS510 warns of the case). */
function compileName(node: KustoNode, scope: Scope): Expression {
  const name = readName(node)
  const index = indexOfColumn(scope.columns, name)
  const column = scope.columns[index]
  if (column !== undefined) return { type: column.type, evaluate: (row) => row[index] ?? null }
  const binding = scope.environment.bindings.get(name)
  if (binding?.kind === 'scalar') return binding.expression
  throw new EvaluationError(`Unknown column or variable "${name}"`, node)
}

function compileToScalar(node: KustoNode, scope: Scope): Expression {
  const table = scope.environment.evaluateTabular(getPart(node, 'Expression'), scope.environment)
  const column = table.columns[0]
  if (column === undefined) throw new EvaluationError('toscalar of a table without columns', node)
  return constant(column.type, table.rows[0]?.[0] ?? null)
}
