import type { DetectionItem, RawValue, Search, YamlPath } from './ast'
import { describeValue, quote } from './describe-value'
import type { Problem } from './problem'
import { isMapping, type YamlMapping } from './read-yaml'

/**
 * Reads one search identifier (Sigma rules specification, "Search-Identifier", "Lists", "Maps"):
 * a mapping is fields that all have to match; a list of scalars is keywords of which one has to
 * match; a list with mappings or lists in it is alternatives.
 *
 * @returns null, with a problem, where nothing can be searched for
 */
export function parseSearch(value: unknown, path: YamlPath, problems: Problem[]): Search | null {
  if (isMapping(value)) return parseFields(value, path, problems)
  if (isScalar(value) && value !== null) return keywords([value], path)
  if (!Array.isArray(value) || value.length === 0) {
    const message = `A search identifier holds fields or keywords, found ${describeValue(value)}; fill it in or remove it.`
    problems.push({ code: 'SIGMA_INVALID_VALUE', message, path })
    return null
  }
  if (value.every(isScalar)) return keywords(value, path)
  const searches = value.flatMap((item, index) => {
    const search = parseSearch(item, [...path, index], problems)
    return search === null ? [] : [search]
  })
  return { kind: 'any-of', searches }
}

function parseFields(mapping: YamlMapping, path: YamlPath, problems: Problem[]): Search | null {
  const items: DetectionItem[] = []
  for (const key of Object.keys(mapping)) {
    const item = parseItem(key, mapping[key], [...path, key], problems)
    if (item !== null) items.push(item)
  }
  if (Object.keys(mapping).length === 0) {
    const message = 'A search identifier holds fields or keywords, found an empty mapping.'
    problems.push({ code: 'SIGMA_INVALID_VALUE', message, path })
  }
  return { kind: 'all-of', items }
}

/** `field|modifier|modifier: value`, or without a field for keywords ("Value Modifiers"). */
function parseItem(
  key: string,
  value: unknown,
  path: YamlPath,
  problems: Problem[],
): DetectionItem | null {
  const [name = '', ...modifiers] = key.split('|')
  const field = name.trim()
  const values: unknown = Array.isArray(value) ? value : [value ?? null]
  if (!isScalars(values) || values.length === 0) {
    const found =
      Array.isArray(value) && value.length > 0
        ? 'a list with lists or mappings'
        : describeValue(value)
    const message = `The field ${quote(key)} holds a value or a list of values, found ${found}.`
    problems.push({ code: 'SIGMA_INVALID_VALUE', message, path })
    return null
  }
  if (field.includes('\0')) {
    const message = 'A field name holds a NUL character; remove it.'
    problems.push({ code: 'SIGMA_INVALID_FIELD', message, path })
    return null
  }
  return { field: field === '' ? null : field, modifiers, values, path }
}

function keywords(values: readonly RawValue[], path: YamlPath): Search {
  return { kind: 'all-of', items: [{ field: null, modifiers: [], values, path }] }
}

function isScalars(value: unknown): value is readonly RawValue[] {
  return Array.isArray(value) && value.every(isScalar)
}

function isScalar(value: unknown): value is RawValue {
  return value === null || typeof value !== 'object'
}
