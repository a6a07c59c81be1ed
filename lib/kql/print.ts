import { assertNever } from '@/lib/diagnostics'
import type {
  KqlExpression,
  KqlQuery,
  LetFunction,
  LetTable,
  NamedExpression,
  Pipeline,
  QueryOperator,
} from './ast'
import { comment, nameLiteral, numberLiteral, stringLiteral } from './literal'

/** What does not fit into this many columns is broken at its outermost connective. */
const LINE_WIDTH = 100
const INDENT = '    '
/**
 * Microsoft's parser stops analysing (KS245) when a chain of operators nests too deep: an `or` of
 * more operands than this is printed in parenthesised groups, which nest side by side.
 */
const GROUP_SIZE = 100

/** Prints a query: the same tree gives the same bytes, without a newline at the end. */
export function printQuery(query: KqlQuery): string {
  return [
    ...query.header.map(comment),
    ...query.lets.map(printLet),
    printPipeline(query.pipeline, ''),
  ].join('\n')
}

function printLet(definition: LetFunction | LetTable): string {
  if ('pipeline' in definition) {
    const indent = definition.pipeline.source.kind === 'union' ? '' : INDENT
    return `let ${definition.name} = ${printPipeline(definition.pipeline, indent).trimStart()};`
  }
  return `let ${definition.name} = (${definition.parameter}: string) {\n${INDENT}${inline(definition.body)}\n};`
}

function printPipeline(pipeline: Pipeline, indent: string): string {
  return [
    printSource(pipeline, indent),
    ...pipeline.operators.map((op) => printOperator(op, indent)),
  ].join('\n')
}

function printSource({ source }: Pipeline, indent: string): string {
  switch (source.kind) {
    case 'table':
      return `${indent}${nameLiteral(source.name)}`
    case 'function':
      return `${indent}${nameLiteral(source.name)}()`
    case 'empty':
      return `${indent}datatable(${nameLiteral(source.column)}: string)[]`
    case 'union': {
      const inner = indent + INDENT
      const branches = source.branches.map(
        (branch) => `${inner}(${printPipeline(branch, inner).trimStart()})`,
      )
      return `${indent}union isfuzzy=true\n${branches.join(',\n')}`
    }
    default:
      return assertNever(source)
  }
}

function printOperator(operator: QueryOperator, indent: string): string {
  switch (operator.kind) {
    case 'where':
      return `${indent}| where ${block(operator.predicate, indent + INDENT, LINE_WIDTH - indent.length - 8)}`
    case 'extend':
      return `${indent}| extend${printColumns(operator.columns, indent + INDENT)}`
    case 'distinct':
      return `${indent}| distinct ${nameLiteral(operator.column)}`
    default:
      return assertNever(operator)
  }
}

function printColumns(columns: readonly NamedExpression[], indent: string): string {
  const parts = columns.map(({ name, value }) => {
    const start = `${nameLiteral(name)} = `
    return start + block(value, indent + INDENT, LINE_WIDTH - indent.length - start.length)
  })
  const [only, ...rest] = parts
  if (only !== undefined && rest.length === 0) return ` ${only}`
  return `\n${parts.map((part) => indent + part).join(',\n')}`
}

/** An expression on one line. */
function inline(expression: KqlExpression): string {
  switch (expression.kind) {
    case 'column':
      return nameLiteral(expression.name)
    case 'literal':
      return printLiteral(expression.value)
    case 'filter':
      return `${inline(expression.left)} ${expression.operator} ${inline(expression.right)}`
    case 'in':
      return `${inline(expression.left)} ${expression.operator} (${expression.values.map(printLiteral).join(', ')})`
    case 'in-table':
      return `${inline(expression.left)} ${expression.operator} (${nameLiteral(expression.table)})`
    case 'call':
      return `${expression.name}(${expression.args.map(inline).join(', ')})`
    case 'property':
      return `${inline(expression.of)}${printProperty(expression.name)}`
    case 'and':
    case 'or':
      return grouped(expression)
        .operands.map((part) => operand(part, inline))
        .join(` ${expression.kind} `)
    case 'not':
      return `not(${inline(expression.operand)})`
    default:
      return assertNever(expression)
  }
}

/** An expression that may break over lines; continuation lines start with `indent`. */
function block(expression: KqlExpression, indent: string, width: number): string {
  const line = inline(expression)
  if (line.length <= width) return line
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const parts = grouped(expression).operands.map((part) =>
        operand(part, (inner) => block(inner, indent + INDENT, LINE_WIDTH - indent.length)),
      )
      return parts.join(`\n${indent}${expression.kind} `)
    }
    case 'not':
      return `not(${block(expression.operand, indent + INDENT, LINE_WIDTH - indent.length)})`
    case 'in': {
      const values = expression.values.map((value) => `\n${indent}${printLiteral(value)}`).join(',')
      return `${inline(expression.left)} ${expression.operator} (${values})`
    }
    case 'call': {
      const args = expression.name === 'case' ? pairs(expression.args) : expression.args.map(inline)
      return expression.args.length < 2 || expression.name === 'replace_string'
        ? line
        : `${expression.name}(${args.map((arg) => `\n${indent}${arg}`).join(',')})`
    }
    default:
      return line
  }
}

/** The arguments of `case`: a condition and its value on each line, the last one alone. */
function pairs(args: readonly KqlExpression[]): readonly string[] {
  const lines: string[] = []
  for (let at = 0; at < args.length; at += 2) {
    lines.push(
      args
        .slice(at, at + 2)
        .map(inline)
        .join(', '),
    )
  }
  return lines
}

type Junction = Extract<KqlExpression, { kind: 'and' | 'or' }>

/** Groups the operands of an over-long chain, level by level. */
function grouped(junction: Junction): Junction {
  if (junction.operands.length <= GROUP_SIZE) return junction
  const groups: KqlExpression[] = []
  for (let start = 0; start < junction.operands.length; start += GROUP_SIZE) {
    groups.push({
      kind: junction.kind,
      operands: junction.operands.slice(start, start + GROUP_SIZE),
    })
  }
  return grouped({ kind: junction.kind, operands: groups })
}

/** A junction inside a junction stands in parentheses; nothing else needs them. */
function operand(expression: KqlExpression, print: (expression: KqlExpression) => string): string {
  const nested = expression.kind === 'and' || expression.kind === 'or'
  return nested ? `(${print(expression)})` : print(expression)
}

function printProperty(name: string): string {
  const plain = nameLiteral(name)
  return plain.startsWith('[') ? plain : `.${plain}`
}

function printLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return stringLiteral(value)
  return typeof value === 'number' ? numberLiteral(value) : String(value)
}
