import { findPart, getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import { bind, type Environment, type Expression, type Scope } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { findFunction } from '../functions/find-function'
import { readName, readType, splitNamed } from '../names'
import { isNumeric } from '../value'

type Compile = (node: KustoNode, scope: Scope) => Expression

/** A call of a built-in scalar function, or of a function that a let statement made. */
export function compileCall(node: KustoNode, scope: Scope, compile: Compile): Expression {
  const name = readName(getPart(node, 'Name'))
  const argumentNodes = getParts(getPart(node, 'ArgumentList'), 'Expressions')
  const binding = scope.environment.bindings.get(name)
  if (binding?.kind === 'function') {
    const { declaration, home } = binding
    const inner = bindArguments(declaration, argumentNodes, home, (argument) =>
      compile(argument, scope),
    )
    return compileBody(declaration, inner, compile)
  }
  const found = findFunction(name)
  if (found === undefined) throw new EvaluationError(`Unknown function "${name}"`, node)
  const operands = argumentNodes.map((argument) => compile(argument, scope))
  if (operands.length < found.least || operands.length > found.most) {
    throw new EvaluationError(`"${name}" with ${operands.length} arguments`, node)
  }
  const types = operands.map((operand) => operand.type)
  const type = typeof found.result === 'function' ? found.result(types) : found.result
  const context = { types, now: scope.environment.now }
  return {
    type,
    evaluate: (row) =>
      found.apply(
        operands.map((operand) => operand.evaluate(row)),
        context,
      ),
  }
}

/** Binds the parameters of a declared function to what a call gives: by position, name or default. */
export function bindArguments(
  declaration: KustoNode,
  argumentNodes: readonly KustoNode[],
  home: Environment,
  compileArgument: (node: KustoNode) => Expression,
): Environment {
  const parameters = getParts(getPart(declaration, 'Parameters'), 'Parameters')
  const given = argumentNodes.map(splitNamed)
  if (given.length > parameters.length) {
    throw new EvaluationError('More arguments than parameters', declaration)
  }
  return parameters.reduce((environment, parameter, index) => {
    const nameAndType = getPart(parameter, 'NameAndType')
    const name = readName(getPart(nameAndType, 'Name'))
    const type = readType(getPart(nameAndType, 'Type'))
    const named = given.find((argument) => argument.name === name)
    const positional = given[index]?.name === null ? given[index] : undefined
    const fallback = findPart(parameter, 'DefaultValue')
    const body = (named ?? positional)?.body ?? (fallback && getPart(fallback, 'Value'))
    if (body === undefined) throw new EvaluationError(`No argument for "${name}"`, declaration)
    const expression = compileArgument(body)
    const fits = type === expression.type || (isNumeric(type) && isNumeric(expression.type))
    if (!fits) throw new EvaluationError(`A ${expression.type} for the ${type} "${name}"`, body)
    return bind(environment, name, { kind: 'scalar', expression: { ...expression, type } })
  }, home)
}

/** The body of a scalar function: let statements, then one expression. It sees no columns. */
function compileBody(
  declaration: KustoNode,
  environment: Environment,
  compile: Compile,
): Expression {
  const body = getPart(declaration, 'Body')
  const inner = getParts(body, 'Statements').reduce((outer, statement) => {
    if (statement.kind !== 'LetStatement') {
      throw new EvaluationError(`Unsupported statement ${statement.kind}`, statement)
    }
    const expression = compile(getPart(statement, 'Expression'), {
      columns: [],
      environment: outer,
    })
    return bind(outer, readName(getPart(statement, 'Name')), { kind: 'scalar', expression })
  }, environment)
  return compile(getPart(body, 'Expression'), { columns: [], environment: inner })
}
