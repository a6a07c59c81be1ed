import { targetName } from '@/components/ui/target'
import type { DataSource } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'

/** One row a table and target; it scrolls inside itself where it is wider than the page. */
export function DataSourceTable({ sources }: { readonly sources: readonly DataSource[] }) {
  const hasNotes = sources.some(({ notes }) => notes.length > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard
    <section className="table-scroll" aria-label="Tables that the rule needs" tabIndex={0}>
      <table className="table sources">
        <thead>
          <tr>
            <th scope="col">Sentinel table</th>
            <th scope="col">Filled by</th>
            <th scope="col">Columns used</th>
            <th scope="col">What to switch on</th>
            {hasNotes && <th scope="col">Notes</th>}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Row key={`${source.target} ${source.table}`} source={source} hasNotes={hasNotes} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly source: DataSource
  readonly hasNotes: boolean
}

function Row({ source, hasNotes }: RowProps) {
  const { target, table, role, connector, columns, switchOn, notes, origin } = source
  return (
    <tr>
      <th scope="row">
        <code>{table}</code>
        <span className="source-target">
          {targetName(target)}
          {role === 'needed' && ', no query'}
        </span>
        <Origin by={origin} />
      </th>
      <td>{connector ?? 'No reference says what fills it.'}</td>
      <td className="source-columns">
        {columns.length === 0
          ? 'none: there is no query'
          : columns.map((column, index) => (
              <span key={column}>
                {index > 0 && ', '}
                <code>{column}</code>
              </span>
            ))}
      </td>
      <td>
        <Lines lines={switchOn} none="Nothing beyond the connector is known to be needed." />
      </td>
      {hasNotes && (
        <td>
          {notes.map(({ text, origin: by }) => (
            <p key={text} dir="auto">
              {text} {by !== origin && <Origin by={by} />}
            </p>
          ))}
        </td>
      )}
    </tr>
  )
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <>{none}</>
  return lines.map((line) => <p key={line}>{line}</p>)
}
