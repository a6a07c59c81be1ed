import { getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import { EvaluationError } from '../evaluation-error'
import { readString } from '../names'
import { parseDatetime, parseTimespan } from '../ticks'
import type { Json, KustoType, Value } from '../value'

export interface Literal {
  readonly type: KustoType
  readonly value: Value
}

const TYPE_OF_KIND: Readonly<Record<string, KustoType>> = {
  StringLiteralExpression: 'string',
  CompoundStringLiteralExpression: 'string',
  BooleanLiteralExpression: 'bool',
  IntLiteralExpression: 'int',
  LongLiteralExpression: 'long',
  RealLiteralExpression: 'real',
  DateTimeLiteralExpression: 'datetime',
  TimespanLiteralExpression: 'timespan',
  GuidLiteralExpression: 'guid',
  DynamicExpression: 'dynamic',
}

/** The value of a literal (scalar data types pages); undefined where the node is none. */
export function readLiteral(node: KustoNode): Literal | undefined {
  const type = TYPE_OF_KIND[node.kind]
  if (type === undefined) return undefined
  if (type === 'dynamic') return { type, value: readJson(getPart(node, 'Expression')) }
  if (node.kind === 'CompoundStringLiteralExpression') {
    return {
      type,
      value: getParts(node, 'Tokens')
        .map((token) => token.value ?? '')
        .join(''),
    }
  }
  const text = readString(node)
  if (type === 'string') return { type, value: text }
  if (text === 'null') return { type, value: null }
  const value = readScalar(type, text)
  if (value === null) throw new EvaluationError(`Unreadable ${type} literal`, node)
  return { type, value }
}

function readScalar(type: KustoType, text: string): Value {
  if (type === 'datetime') return parseDatetime(text)
  if (type === 'timespan') return parseTimespan(text)
  if (type === 'guid') return text.toLowerCase()
  if (type === 'bool') return /^(?:true|1)$/i.test(text)
  const number = Number(text)
  if (type === 'real') return Number.isNaN(number) ? null : number
  return Number.isSafeInteger(number) ? number : null
}

function readJson(node: KustoNode): Json {
  switch (node.kind) {
    case 'NullLiteralExpression':
      return null
    case 'JsonArrayExpression':
      return getParts(node, 'Values').map(readJson)
    case 'JsonObjectExpression':
      return Object.fromEntries(
        getParts(node, 'Pairs').map((pair) => [
          getPart(pair, 'Name').value ?? '',
          readJson(getPart(pair, 'Value')),
        ]),
      )
    case 'UnaryMinusExpression': {
      const value = readJson(getPart(node, 'Expression'))
      if (typeof value === 'number') return -value
      break
    }
    default: {
      const literal = readLiteral(node)
      const value = literal?.value
      if (value !== undefined && typeof value !== 'bigint') return value
    }
  }
  throw new EvaluationError('Unsupported value in a dynamic literal', node)
}
