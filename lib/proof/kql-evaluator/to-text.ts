import { EvaluationError } from './evaluation-error'
import { formatDatetime, formatTimespan } from './ticks'
import type { KustoType, Value } from './value'

/**
 * What tostring() gives, and what text operators see of a dynamic (tostring page): null becomes the
 * empty string, a dynamic string itself, other dynamics their JSON.
 */
export function toText(value: Value, type: KustoType): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') {
    return type === 'timespan' ? formatTimespan(value) : formatDatetime(value)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number' && type === 'real' && Number.isInteger(value)) {
    throw new EvaluationError(`How Kusto writes the whole real ${value} as text is not documented`)
  }
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}
