import type { Detection, RawValue, Search, YamlPath } from '@/lib/sigma/ast'

/** A value as the rule has it, and the modifiers that it went through. */
export interface WrittenValue {
  readonly value: RawValue
  readonly modifiers: readonly string[]
}

export type FindWritten = (path: YamlPath) => WrittenValue | null

/**
 * Finds what stands at the path of a comparison: a resolved predicate has `LQBlAG4AYwA` where the
 * rule has `-enc` and `base64offset`. The index is made at the first question.
 */
export function writtenValues(detection: Detection): FindWritten {
  let index: Map<string, WrittenValue> | null = null
  return (path) => {
    index ??= indexValues(detection)
    return index.get(keyOf(path)) ?? null
  }
}

function indexValues(detection: Detection): Map<string, WrittenValue> {
  const index = new Map<string, WrittenValue>()
  const visit = (search: Search) => {
    if (search.kind === 'any-of') return search.searches.forEach(visit)
    for (const { path, values, modifiers } of search.items) {
      for (const [place, value] of values.entries()) {
        // As `resolve` does: a single value has the path of its item.
        index.set(keyOf(values.length === 1 ? path : [...path, place]), { value, modifiers })
      }
    }
  }
  for (const { search } of detection.identifiers) visit(search)
  return index
}

function keyOf(path: YamlPath): string {
  return path.map(String).join('\0')
}
