import type { RuleView } from '@/lib/catalogue/views'

/** `product: windows, category: process_creation` */
export function describeLogsource({ logsource, kind }: RuleView): string {
  const { product, category, service } = logsource
  const parts = Object.entries({ product, category, service }).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}`,
  )
  return parts.length > 0 ? parts.join(', ') : `no logsource of its own (${kind})`
}
