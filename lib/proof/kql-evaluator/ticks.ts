/** Datetimes and timespans as ticks of 100 ns (datetime and timespan data type pages). */

const TICKS_A_MILLISECOND = 10_000n
export const TICKS_A_SECOND = 10_000_000n
const TICKS_A_MINUTE = 60n * TICKS_A_SECOND
export const TICKS_AN_HOUR = 60n * TICKS_A_MINUTE
export const TICKS_A_DAY = 24n * TICKS_AN_HOUR

const UNITS: readonly (readonly [RegExp, bigint])[] = [
  [/^d(?:ays?)?$/, TICKS_A_DAY],
  [/^(?:h|hrs?|hours?)$/, TICKS_AN_HOUR],
  [/^(?:m|min|minutes?)$/, TICKS_A_MINUTE],
  [/^(?:s|sec|seconds?)$/, TICKS_A_SECOND],
  [/^(?:ms|milli|millis|millisec|milliseconds?)$/, TICKS_A_MILLISECOND],
  [/^(?:micro|micros|microsec|microseconds?)$/, 10n],
  [/^ticks?$/, 1n],
]

const DATETIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?(Z|[+-]\d{2}:\d{2})?$/
const CLOCK = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/

/** Ticks of an ISO 8601 date or date and time, UTC where it names no offset; null for other text. */
export function parseDatetime(text: string): bigint | null {
  const found = DATETIME.exec(text.trim())
  if (found === null) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = found
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone ?? 'Z'}`
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds)) return null
  return BigInt(milliseconds) * TICKS_A_MILLISECOND + BigInt(fraction.padEnd(7, '0'))
}

/** `2020-01-31T23:59:59.1234567Z`, as tostring() gives it. */
export function formatDatetime(ticks: bigint): string {
  const milliseconds = Number((ticks - modulo(ticks, TICKS_A_SECOND)) / TICKS_A_MILLISECOND)
  const fraction = modulo(ticks, TICKS_A_SECOND).toString().padStart(7, '0')
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.${fraction}Z`
}

/** Ticks of `1.5h`, `90s`, `1.02:03:04.5`; null for other text. A bare number is days. */
export function parseTimespan(text: string): bigint | null {
  const clock = CLOCK.exec(text.trim())
  if (clock !== null) {
    const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock
    const ticks =
      BigInt(days) * TICKS_A_DAY +
      BigInt(hours) * TICKS_AN_HOUR +
      BigInt(minutes) * TICKS_A_MINUTE +
      BigInt(seconds) * TICKS_A_SECOND +
      BigInt(fraction.padEnd(7, '0'))
    return sign === '-' ? -ticks : ticks
  }
  const found = /^(-?\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim())
  if (found === null) return null
  const [, amount = '', name = ''] = found
  const unit = name === '' ? TICKS_A_DAY : UNITS.find(([pattern]) => pattern.test(name))?.[1]
  return unit === undefined ? null : BigInt(Math.round(Number(amount) * Number(unit)))
}

/** `[-][d.]hh:mm:ss[.fffffff]`, as tostring() gives it. */
export function formatTimespan(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks
  const two = (value: bigint): string => value.toString().padStart(2, '0')
  const days = size / TICKS_A_DAY
  const clock = [
    (size % TICKS_A_DAY) / TICKS_AN_HOUR,
    (size % TICKS_AN_HOUR) / TICKS_A_MINUTE,
    (size % TICKS_A_MINUTE) / TICKS_A_SECOND,
  ]
  const fraction = size % TICKS_A_SECOND
  const tail = fraction === 0n ? '' : `.${fraction.toString().padStart(7, '0')}`
  const head = `${ticks < 0n ? '-' : ''}${days === 0n ? '' : `${days}.`}`
  return `${head}${clock.map(two).join(':')}${tail}`
}

/** The JavaScript date of a tick count, to the millisecond. */
export function toDate(ticks: bigint): Date {
  return new Date(Number((ticks - modulo(ticks, TICKS_A_MILLISECOND)) / TICKS_A_MILLISECOND))
}

export function fromDate(date: Date): bigint {
  return BigInt(date.getTime()) * TICKS_A_MILLISECOND
}

/** Never negative, unlike `%`. */
export function modulo(value: bigint, size: bigint): bigint {
  return ((value % size) + size) % size
}
