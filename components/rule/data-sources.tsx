import type { DataSource } from '@/lib/enrichment/enrichment'
import { DataSourceTable } from './data-source-table'
import { Origin } from './origin'
import { Section } from './section'

interface DataSourcesProps {
  readonly sources: readonly DataSource[]
  /** `product: windows, category: process_creation` */
  readonly logsource: string
  /** What the author says must be switched on. */
  readonly definition: string | null
}

export function DataSources({ sources, logsource, definition }: DataSourcesProps) {
  const queried = sources.filter(({ role }) => role === 'queried')
  return (
    <Section id="data-sources" title="Required Data Sources">
      <p className="prose">
        Logsource of the rule: <code className="wrap-anywhere">{logsource}</code>{' '}
        <Origin by="rule" />
      </p>
      {definition !== null && (
        <p className="prose prose-pre" dir="auto">
          {definition.trim()} <Origin by="rule" />
        </p>
      )}
      <p className="prose">{lead(sources.length, queried.length)}</p>
      {sources.length > 0 && <DataSourceTable sources={sources} />}
    </Section>
  )
}

function lead(sources: number, queried: number): string {
  if (sources === 0) {
    return 'No table of Microsoft Sentinel or Defender XDR is known here to hold its events: bring them into a table of your own, and the Sigma above says what to look for in it.'
  }
  if (queried === 0) {
    return 'No target has a query for it. These tables would hold its events, or those nearest to them:'
  }
  return queried === sources
    ? 'These tables must be filled for its queries to find anything; one target is enough.'
    : 'These tables must be filled for its queries to find anything, one target is enough; where a target has no query, the table that would hold the events is named.'
}
