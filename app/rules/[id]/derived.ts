import type { DataSourceRow } from '@/components/rule/data-sources'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'
import type { RuleView } from '@/lib/catalogue/views'
import { describeTable } from '@/lib/enrichment/describe-table'
import { hypothesisOfLogsource } from '@/lib/enrichment/unenriched'

export function hypothesisOf(rule: RuleView): string {
  const { techniques, tactics } = resolveAttackTags(rule.tags)
  return hypothesisOfLogsource({
    ...rule.logsource,
    techniques: techniques.map(({ currentId, name }) => ({ id: currentId, name })),
    tactics: tactics.map(({ name }) => name),
  })
}

/** One row per target and table, in the order of the targets. */
export function dataSourceRows(rule: RuleView): DataSourceRow[] {
  return rule.queries.flatMap(({ target, tables }) =>
    tables.map((table) => ({
      target,
      table,
      note: describeTable(table).filledBy ?? 'The pinned schema does not say what fills it.',
    })),
  )
}

/** `product: windows, category: process_creation` */
export function describeLogsource({ logsource, kind }: RuleView): string {
  const { product, category, service } = logsource
  const parts = Object.entries({ product, category, service }).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}`,
  )
  return parts.length > 0 ? parts.join(', ') : `no logsource of its own (${kind})`
}
