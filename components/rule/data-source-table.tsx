import { Fragment } from 'react'
import { targetName } from '@/components/ui/target'
import type { DataSource } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'

/** One row a table and target; it scrolls inside itself where it is wider than the page. */
export function DataSourceTable({ sources }: { readonly sources: readonly DataSource[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard
    <section className="table-scroll" aria-label="Tables that the rule needs" tabIndex={0}>
      <table className="table sources">
        <thead>
          <tr>
            <th scope="col">Sentinel table</th>
            <th scope="col">Filled by</th>
            <th scope="col">Columns used</th>
            <th scope="col">What must be on, and notes</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Row key={`${source.target} ${source.table}`} {...source} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ target, table, role, connector, columns, switchOn, notes, origin }: DataSource) {
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
      <td data-label="Filled by">{connector ?? 'No reference says what fills it.'}</td>
      <td className="source-columns" data-label="Columns used">
        {columns.length === 0 ? 'none' : <Columns names={columns} />}
      </td>
      <td data-label="What must be on, and notes">
        {switchOn.length + notes.length === 0 &&
          'Nothing beyond the connector is known to be needed.'}
        <ul className="source-lines">
          {switchOn.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {notes.map(({ text, origin: by }) => (
            <li key={text} className="source-note" dir="auto">
              {text} {by !== origin && <Origin by={by} />}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Columns({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <code>
        <Breakable name={name} />
      </code>
    </span>
  ))
}

/** A long name breaks where a word in it begins. */
function Breakable({ name }: { readonly name: string }) {
  const words = name.split(/(?<=[a-z])(?=[A-Z])/)
  return words.map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name never change places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))
}
