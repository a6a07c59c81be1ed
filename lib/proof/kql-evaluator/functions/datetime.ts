import { EvaluationError } from '../evaluation-error'
import { fromDate, modulo, TICKS_A_DAY, TICKS_A_SECOND, toDate } from '../ticks'
import { isNumeric, type KustoType, type Value } from '../value'
import { numberAt, textAt, ticksAt } from './arguments'
import { define, type FunctionTable, type ScalarFunction } from './scalar-function'

const part = (read: (date: Date) => number): ScalarFunction =>
  define('int', 1, (values) => {
    const ticks = ticksAt(values, 0)
    return ticks === null ? null : read(toDate(ticks))
  })

const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  year: (date) => date.getUTCFullYear(),
  quarter: (date) => Math.floor(date.getUTCMonth() / 3) + 1,
  month: (date) => date.getUTCMonth() + 1,
  day: (date) => date.getUTCDate(),
  dayofyear: dayOfYear,
  hour: (date) => date.getUTCHours(),
  minute: (date) => date.getUTCMinutes(),
  second: (date) => date.getUTCSeconds(),
  millisecond: (date) => date.getUTCMilliseconds(),
}

const month = part((date) => date.getUTCMonth() + 1)
const bin = define(
  ([type = 'long']) => type,
  2,
  (values, { types }) => binOf(values, types),
)

/** Clock and calendar, always UTC (now, datetime_part, dayofweek, bin … pages). */
export const DATETIME_FUNCTIONS: FunctionTable = {
  now: define('datetime', [0, 1], (values, { now }) => now + (ticksAt(values, 0) ?? 0n)),
  ago: define('datetime', 1, (values, { now }) => {
    const span = ticksAt(values, 0)
    return span === null ? null : now - span
  }),
  datetime_part: define('int', 2, (values, context) => {
    const name = textAt(values, 0, context).toLowerCase()
    const read = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
    if (read === undefined) throw new EvaluationError(`datetime_part("${name}")`)
    const ticks = ticksAt(values, 1)
    return ticks === null ? null : read(toDate(ticks))
  }),
  getmonth: month,
  monthofyear: month,
  getyear: part((date) => date.getUTCFullYear()),
  dayofmonth: part((date) => date.getUTCDate()),
  dayofyear: part(dayOfYear),
  hourofday: part((date) => date.getUTCHours()),
  week_of_year: part(weekOfYear),
  // A timespan of whole days since Sunday.
  dayofweek: define('timespan', 1, (values) => {
    const ticks = ticksAt(values, 0)
    return ticks === null ? null : BigInt(toDate(ticks).getUTCDay()) * TICKS_A_DAY
  }),
  startofday: define('datetime', [1, 2], (values) => {
    const ticks = ticksAt(values, 0)
    if (ticks === null) return null
    return ticks - modulo(ticks, TICKS_A_DAY) + BigInt(numberAt(values, 1) ?? 0) * TICKS_A_DAY
  }),
  endofday: define('datetime', 1, (values) => {
    const ticks = ticksAt(values, 0)
    return ticks === null ? null : ticks - modulo(ticks, TICKS_A_DAY) + TICKS_A_DAY - 1n
  }),
  make_datetime: define('datetime', [3, 6], (values) => {
    const [year, monthNumber, day, hour, minute, second] = values.map(
      (_, at) => numberAt(values, at) ?? 0,
    )
    const date = Date.UTC(year ?? 0, (monthNumber ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0)
    return fromDate(new Date(date)) + BigInt(Math.round((second ?? 0) * Number(TICKS_A_SECOND)))
  }),
  bin,
  floor: bin,
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1
}

/** ISO 8601: weeks start on Monday, the first holds the year's first Thursday. */
function weekOfYear(date: Date): number {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  return Math.ceil(dayOfYear(thursday) / 7)
}

function binOf(values: readonly Value[], types: readonly KustoType[]): Value {
  const [value = null, size = null] = values
  if (value === null || size === null) return null
  if (typeof value === 'bigint' && typeof size === 'bigint') {
    return value - modulo(types[0] === 'datetime' ? value + EPOCH : value, size)
  }
  if (typeof value === 'number' && typeof size === 'number' && types.every(isNumeric)) {
    return Math.floor(value / size) * size
  }
  throw new EvaluationError(`bin() of ${types.join(' and ')}`)
}

/** Bins count from year 1; ticks here from 1970. */
const EPOCH = 719_162n * TICKS_A_DAY
