import { EvaluationError } from '../evaluation-error'
import { parseDatetime, parseTimespan } from '../ticks'
import { toText } from '../to-text'
import type { Json, KustoType, Value } from '../value'
import { define, type FunctionTable } from './scalar-function'

const MAX = { int: 2 ** 31 - 1, long: Number.MAX_SAFE_INTEGER }

const toDatetime = define('datetime', 1, ([value]) => convertTicks(value ?? null, parseDatetime))
const toReal = define('real', 1, ([value = null]) => toRealNumber(value))
const toBool = define('bool', 1, ([value = null]) => toBoolean(value))
const parseJson = define('dynamic', 1, ([value = null], { types }) => toDynamic(value, types[0]))

/** Conversions between types: a text that does not fit gives null (toint, tobool, todatetime … pages). */
export const CONVERSION_FUNCTIONS: FunctionTable = {
  tostring: define('string', 1, ([value = null], { types }) => toText(value, types[0] ?? 'string')),
  toint: define('int', 1, ([value = null]) => toInteger(value, 'int')),
  tolong: define('long', 1, ([value = null]) => toInteger(value, 'long')),
  toreal: toReal,
  todouble: toReal,
  tobool: toBool,
  toboolean: toBool,
  todatetime: toDatetime,
  totimespan: define('timespan', 1, ([value]) => convertTicks(value ?? null, parseTimespan)),
  toguid: define('guid', 1, ([value = null]) => {
    const text = toText(value, 'string').replace(/^[{(]|[})]$/g, '')
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null
  }),
  tohex: define('string', [1, 2], ([value = null, length]) => toHexadecimal(value, length)),
  todynamic: parseJson,
  parse_json: parseJson,
  gettype: define('string', 1, ([value = null], { types }) => {
    if (types[0] !== 'dynamic') return types[0] ?? 'null'
    if (value === null) return 'null'
    if (typeof value === 'object') return Array.isArray(value) ? 'array' : 'dictionary'
    if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double'
    return typeof value === 'boolean' ? 'bool' : 'string'
  }),
}

/** Without `0x`, filled up with zeros to a length (tohex page); null gives an empty text. */
function toHexadecimal(value: Value, length: Value | undefined): Value {
  if (value === null) return ''
  if (typeof value !== 'number' || value < 0)
    throw new EvaluationError('tohex() of no natural number')
  return value.toString(16).padStart(typeof length === 'number' ? length : 0, '0')
}

/** Decimal and hexadecimal (`0x1f4`) texts, as the ASIM parsers of event 4688 rely on. */
function toInteger(value: Value, type: 'int' | 'long'): Value {
  if (value === null || typeof value === 'object' || typeof value === 'bigint') return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' && /^\s*-?\d*\.\d+\s*$/.test(value)) {
    throw new EvaluationError(`What to${type}("${value}") gives is not documented`)
  }
  const isInteger = typeof value === 'number' || /^\s*(?:-?\d+|0[xX][0-9a-fA-F]+)\s*$/.test(value)
  const number = isInteger ? Math.trunc(Number(value)) : Number.NaN
  if (Number.isNaN(number)) return null
  if (type === 'long' && !Number.isSafeInteger(number))
    throw new EvaluationError('A long beyond 2^53')
  return Math.abs(number) > MAX[type] ? null : number
}

function toRealNumber(value: Value): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isNaN(number) ? null : number
}

function toBoolean(value: Value): Value {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value !== 'string') return null
  if (/^true$/i.test(value)) return true
  if (/^false$/i.test(value)) return false
  if (/^\s*-?\d/.test(value))
    throw new EvaluationError(`What tobool("${value}") gives is not documented`)
  return null
}

function convertTicks(value: Value, parse: (text: string) => bigint | null): Value {
  if (typeof value === 'bigint') return value
  return typeof value === 'string' ? parse(value) : null
}

/** A text that is no JSON becomes a dynamic string (parse_json page). */
function toDynamic(value: Value, type: KustoType | undefined): Value {
  if (typeof value === 'bigint') throw new EvaluationError('parse_json() of a datetime or timespan')
  if (typeof value !== 'string' || type !== 'string') return value
  if (value === '') return null
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}
