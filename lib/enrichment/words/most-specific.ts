import type { Logsource } from '@/lib/sigma/ast'

/**
 * The entry of a table that says most of a logsource: product and service, product and category,
 * then category, service or product alone.
 */
export function mostSpecific<Value>(
  table: ReadonlyMap<string, Value>,
  { product, category, service }: Logsource,
): { readonly key: string; readonly value: Value } | null {
  const keys = [
    service === undefined ? undefined : `${product}/${service}`,
    category === undefined ? undefined : `${product}/${category}`,
    category,
    service,
    product,
  ]
  for (const key of keys) {
    const value = key === undefined ? undefined : table.get(key)
    if (key !== undefined && value !== undefined) return { key, value }
  }
  return null
}
