import { assertNever } from '@/lib/diagnostics'
import type { Comparison, SigmaString } from '@/lib/sigma/ast'
import type { Relation } from './clause'
import { hasName } from './field-words'

export interface SaidComparison {
  readonly relation: Relation
  /** Null where the relation says it all. */
  readonly value: string | null
  readonly suffix: string
}

const CASED = ' (in this case)'
const SHAPES = {
  equals: 'same',
  startswith: 'same-start',
  endswith: 'same-end',
  contains: 'same-part',
} as const satisfies Record<string, Relation>

/** One comparison of a field, or of the event's text where the field is null. */
export function sayComparison(field: string | null, comparison: Comparison): SaidComparison {
  switch (comparison.kind) {
    case 'string':
      return sayString(field, comparison.value, comparison.cased)
    case 'number':
    case 'boolean':
      return plain('is', String(comparison.value))
    case 'null':
      return plain('missing', null)
    case 'exists':
      return plain(comparison.expected ? 'present' : 'absent', null)
    case 'regex':
      return plain('regex', comparison.pattern)
    case 'cidr':
      return plain('network', comparison.network)
    case 'order':
      return plain(comparison.operator, String(comparison.value))
    case 'field':
      return {
        ...plain(SHAPES[comparison.shape], comparison.other),
        suffix: comparison.cased ? CASED : '',
      }
    case 'time-part':
      return plain(comparison.part, String(comparison.value))
    case 'placeholder':
      return plain('placeholder', comparison.text)
    default:
      return assertNever(comparison)
  }
}

function plain(relation: Relation, value: string | null): SaidComparison {
  return { relation, value, suffix: '' }
}

/** Wildcards at the ends are a relation; inside they make the value a pattern. */
function sayString(field: string | null, { parts }: SigmaString, cased: boolean): SaidComparison {
  if (parts.length === 0) return plain(field === null ? 'present' : 'empty', null)
  const open = parts[0]?.kind === 'any'
  const end = parts.at(-1)?.kind === 'any'
  const inner = parts.slice(open ? 1 : 0, end ? -1 : undefined)
  if (inner.length === 0) return plain('present', null)
  const suffix = cased ? CASED : ''
  const [only] = inner
  if (inner.length > 1 || only?.kind !== 'text') {
    return { relation: 'like', value: patternOf(field === null ? inner : parts), suffix }
  }
  const value = only.text
  if (field === null || (open && end)) return { relation: 'contains', value, suffix }
  if (end) return { relation: 'starts', value, suffix }
  if (!open) return { relation: 'is', value, suffix }
  const name = /^[\\/]([^\\/]+)$/.exec(value)?.[1]
  return name !== undefined && hasName(field)
    ? { relation: 'named', value: name, suffix }
    : { relation: 'ends', value, suffix }
}

function patternOf(parts: SigmaString['parts']): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'any' ? '*' : '?'))
    .join('')
}
