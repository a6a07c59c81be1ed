import { EvaluationError } from '../evaluation-error'
import { toText } from '../to-text'
import { isArray, isBag, type Json, type JsonBag, type Value } from '../value'
import type { CallContext } from './scalar-function'

/** Argument `index` as the text that a string parameter sees. */
export function textAt(values: readonly Value[], index: number, context: CallContext): string {
  return toText(values[index] ?? null, context.types[index] ?? 'string')
}

/** Argument `index` as a number; null where it is null or left out. */
export function numberAt(values: readonly Value[], index: number): number | null {
  const value = values[index] ?? null
  if (value === null || typeof value === 'number') return value
  throw new EvaluationError(`Expected a number, found ${String(value)}`)
}

export function ticksAt(values: readonly Value[], index: number): bigint | null {
  const value = values[index] ?? null
  if (value === null || typeof value === 'bigint') return value
  throw new EvaluationError(`Expected a datetime or timespan, found ${JSON.stringify(value)}`)
}

export function arrayAt(values: readonly Value[], index: number): readonly Json[] | null {
  const value = values[index] ?? null
  return isArray(value) ? value : null
}

export function bagAt(values: readonly Value[], index: number): JsonBag | null {
  const value = values[index] ?? null
  return isBag(value) ? value : null
}

/** A value as it goes into a dynamic; datetimes and timespans have no documented JSON here. */
export function toJson(value: Value): Json {
  if (typeof value === 'bigint') {
    throw new EvaluationError('A datetime or timespan inside a dynamic; convert it with tostring()')
  }
  return value
}
