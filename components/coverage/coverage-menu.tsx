/** One filter of the map: a menu that opens without a script. */
export interface CoverageMenuView {
  readonly name: string
  readonly title: string
  /** What its choice means, for a reader. */
  readonly note: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly isChosen: boolean
    /** Where choosing it, or taking the choice back, leads. */
    readonly href: string
  }[]
}

export function CoverageMenu({ menu }: { readonly menu: CoverageMenuView }) {
  const chosen = menu.options.filter(({ isChosen }) => isChosen)
  const said =
    chosen.length > 2 ? String(chosen.length) : chosen.map(({ label }) => label).join(', ')
  return (
    <details name="coverage-menu" className={`menu ${chosen.length > 0 ? 'is-chosen' : ''}`}>
      <summary className="button">
        {menu.title}
        {said !== '' && <b>: {said}</b>}
      </summary>
      <div className="menu-body">
        <ul>
          {menu.options.map(({ value, label, isChosen, href }) => (
            <li key={value} className={`facet ${isChosen ? 'facet-included' : 'facet-off'}`}>
              <a className="facet-value" href={href}>
                <i className="box" />
                <span className="facet-label">{label}</span>
                {isChosen && <span className="sr-only">, chosen</span>}
              </a>
            </li>
          ))}
        </ul>
        <p>{menu.note}</p>
      </div>
    </details>
  )
}
