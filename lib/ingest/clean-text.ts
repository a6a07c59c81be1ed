/**
 * Postgres stores no U+0000 and no half of a surrogate pair, and a YAML escape can write both. They
 * become U+FFFD in every string of a value, so that one hostile rule cannot spoil its batch.
 */
export function cleanText<T>(value: T): T {
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '\uFFFD')
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
}
