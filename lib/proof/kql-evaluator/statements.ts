import { getPart, type KustoNode } from '@/lib/kusto/kusto-node'
import { bind, constant, type Environment } from './environment'
import { EvaluationError } from './evaluation-error'
import { compileExpression } from './expressions/compile-expression'
import { readName } from './names'

const TABULAR = new Set([
  'PipeExpression',
  'DataTableExpression',
  'UnionOperator',
  'PrintOperator',
  'RangeOperator',
  'MaterializeExpression',
])

/** Takes let statements in order; each sees those before it. */
export function bindStatements(
  statements: readonly KustoNode[],
  environment: Environment,
): Environment {
  return statements.reduce((outer, statement) => {
    if (statement.kind !== 'LetStatement') {
      throw new EvaluationError(`Unsupported statement ${statement.kind}`, statement)
    }
    const name = readName(getPart(statement, 'Name'))
    const body = getPart(statement, 'Expression')
    if (body.kind === 'FunctionDeclaration') {
      return bind(outer, name, { kind: 'function', declaration: body, home: outer })
    }
    if (isTabular(body, outer)) {
      return bind(outer, name, { kind: 'table', table: outer.evaluateTabular(body, outer) })
    }
    const expression = compileExpression(body, { columns: [], environment: outer })
    return bind(outer, name, {
      kind: 'scalar',
      expression: constant(expression.type, expression.evaluate([])),
    })
  }, environment)
}

function isTabular(node: KustoNode, environment: Environment): boolean {
  if (TABULAR.has(node.kind)) return true
  if (node.kind === 'ParenthesizedExpression') {
    return isTabular(getPart(node, 'Expression'), environment)
  }
  if (node.kind !== 'NameReference' && node.kind !== 'FunctionCallExpression') return false
  const name = readName(node.kind === 'NameReference' ? node : getPart(node, 'Name'))
  const binding = environment.bindings.get(name)
  if (binding?.kind === 'function') {
    return isTabular(getPart(getPart(binding.declaration, 'Body'), 'Expression'), binding.home)
  }
  if (binding !== undefined) return binding.kind === 'table'
  if (name === 'materialize') return true
  return environment.tables.has(name) || environment.parsers.has(name)
}
