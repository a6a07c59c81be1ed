import { Fragment, type ReactNode } from 'react'
import type { CoverageCell, CoverageColumn, TechniqueCell } from './coverage-map'
import { countRules } from './heat'

interface MatrixProps {
  readonly columns: readonly CoverageColumn[]
  readonly isUnfolded: boolean
}

/**
 * The map: a column a tactic. On a phone one column is shown at a time; the radio button in its
 * head, which is over the head there and nowhere else, chooses it without a script.
 */
export function Matrix({ columns, isUnfolded }: MatrixProps) {
  const first = columns.find(({ named }) => named > 0) ?? columns[0]
  return (
    <div className="matrix">
      {columns.map((column) => (
        <section
          key={column.id}
          className="tactic"
          id={column.id}
          aria-labelledby={`h${column.id}`}
        >
          <div className="tactic-head">
            <input
              type="radio"
              name="tactic"
              defaultChecked={column === first}
              aria-label={`Show ${column.name}`}
            />
            <h2 id={`h${column.id}`}>{column.name}</h2>
            <p>
              <span>
                {column.named}
                <span className="sr-only"> of </span>
                <i aria-hidden="true">/</i>
                {column.known}
                <span className="sr-only"> techniques named</span>
              </span>
              <a href={column.href}>
                {countRules(column.rules)}
                <span className="sr-only"> of {column.name} in the feed</span>
              </a>
            </p>
          </div>
          <div className="tactic-body">
            <ul>
              {column.techniques.map((technique) => (
                <Technique key={technique.id} technique={technique} isUnfolded={isUnfolded} />
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  )
}

function Technique({
  technique,
  isUnfolded,
}: {
  readonly technique: TechniqueCell
  readonly isUnfolded: boolean
}) {
  const { id, heat, subTechniques, isMember } = technique
  const count = subTechniques.length
  if (count === 0) {
    return (
      <li className={`tech h${heat}`}>
        <Cell cell={technique} />
      </li>
    )
  }
  return (
    <li className={`tech has-subs h${heat}${isMember ? '' : ' is-guest'}`}>
      <Cell cell={technique} />
      <details open={isUnfolded}>
        <summary
          aria-label={`${count} ${count === 1 ? 'sub-technique' : 'sub-techniques'} of ${id}`}
        />
        <ul>
          {subTechniques.map((each) => (
            <li key={each.id} className={`h${each.heat}`}>
              <Cell cell={each} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

function Cell({ cell: { id, name, href, rules } }: { readonly cell: CoverageCell }) {
  return (
    <a className="cell" href={href} aria-label={`${id} ${name}, ${countRules(rules)}`} title={id}>
      <span>{withBreaks(name)}</span>
      <b>{rules}</b>
    </a>
  )
}

/** A name that may be broken after its slashes, too: a column is narrower than some words. */
function withBreaks(name: string): ReactNode {
  const [first, ...rest] = name.split('/')
  if (rest.length === 0) return name
  return [
    first,
    ...rest.map((part) => (
      <Fragment key={part}>
        /<wbr />
        {part}
      </Fragment>
    )),
  ]
}
