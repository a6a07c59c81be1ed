import { targetName } from '@/components/ui/target'
import { Origin, Section } from './section'

export interface DataSourceRow {
  readonly target: string
  readonly table: string
  readonly note: string
}

interface DataSourcesProps {
  readonly rows: readonly DataSourceRow[]
  /** `product: windows, category: process_creation` */
  readonly logsource: string
  /** What the author says must be switched on. */
  readonly definition: string | null
}

export function DataSources({ rows, logsource, definition }: DataSourcesProps) {
  return (
    <Section id="data-sources" title="Required Data Sources" origin="derived">
      <p className="prose">
        The rule reads <code>{logsource}</code>.
        {rows.length === 0 &&
          ' No target has a query for it yet, so no table of Microsoft Sentinel is named here.'}
      </p>
      {definition !== null && (
        <p className="prose prose-pre" dir="auto">
          {definition.trim()} <Origin by="rule" />
        </p>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard
        <section className="table-scroll" aria-label="Tables that the queries read" tabIndex={0}>
          <table className="table table-wide">
            <thead>
              <tr>
                <th scope="col">Sentinel table</th>
                <th scope="col">Query for</th>
                <th scope="col">Notes</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ target, table, note }) => (
                <tr key={`${target} ${table}`}>
                  <td className="mono">{table}</td>
                  <td className="whitespace-nowrap">{targetName(target)}</td>
                  <td>{note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}
