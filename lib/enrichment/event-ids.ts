import type { Predicate } from '@/lib/sigma/ast'

/** The event IDs that a rule asks for, ascending; those that it leaves out are not among them. */
export function eventIdsOf(predicate: Predicate): readonly number[] {
  return [...new Set(collect(predicate))].sort((a, b) => a - b)
}

function collect(predicate: Predicate): readonly number[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(collect)
    case 'not':
    case 'keyword':
      return []
    case 'match': {
      if (predicate.field !== 'EventID') return []
      const { comparison } = predicate
      if (comparison.kind === 'number') return [comparison.value]
      const [part, ...more] = comparison.kind === 'string' ? comparison.value.parts : []
      if (part?.kind !== 'text' || more.length > 0 || !/^\d+$/.test(part.text)) return []
      return [Number(part.text)]
    }
  }
}
