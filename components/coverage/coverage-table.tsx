import type { CoverageColumn, CoverageRow } from './coverage-map'

const NUMBER = new Intl.NumberFormat('en')

interface CoverageTableProps {
  readonly columns: readonly CoverageColumn[]
  readonly rows: readonly CoverageRow[]
}

/** The map as two tables: what each tactic has, and each technique once. */
export function CoverageTable({ columns, rows }: CoverageTableProps) {
  return (
    <>
      <div className="table-scroll coverage-table is-short">
        <table className="table">
          <caption>Tactics</caption>
          <thead>
            <tr>
              <th scope="col">Tactic</th>
              <th scope="col">Techniques named</th>
              <th scope="col">of</th>
              <th scope="col">Rules</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ id, name, href, named, known, rules }) => (
              <tr key={id} id={id}>
                <th scope="row">
                  <span className="mono">{id}</span> {name}
                </th>
                <td className="mono">{named}</td>
                <td className="mono">{known}</td>
                <td className="mono">
                  <a className="link" href={href}>
                    {NUMBER.format(rules)}
                    <span className="sr-only"> rules of {name}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="table-scroll coverage-table">
        <table className="table">
          <caption>Techniques and sub-techniques</caption>
          <thead>
            <tr>
              <th scope="col">Technique</th>
              <th scope="col">Rules</th>
              <th scope="col">Rules that name it itself</th>
              <th scope="col">Tactics</th>
              <th scope="col">Platforms</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row }: { readonly row: CoverageRow }) {
  const { id, name, href, rules, own, heat, isSub, tactics, platforms } = row
  return (
    <tr className={isSub ? 'is-sub' : undefined}>
      <th scope="row">
        <a href={href}>
          <span className="mono">{id}</span> {name}
        </a>
      </th>
      <td>
        <b className={`count h${heat}`}>{NUMBER.format(rules)}</b>
      </td>
      <td className="mono">{NUMBER.format(own)}</td>
      <td>{tactics.join(', ')}</td>
      <td>{platforms.join(', ')}</td>
    </tr>
  )
}
