export interface CoveredTactic {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly rules: number
  readonly covered: number
  readonly known: number
  readonly techniques: readonly CoveredTechnique[]
}

export interface CoveredTechnique {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly rules: number
  readonly isSub: boolean
  /** A word to a reader, such as what replaced a retired id. */
  readonly note: string | null
}

const NUMBER = new Intl.NumberFormat('en')

/** One of five steps: 1, 2–4, 5–14, 15–49, 50 and more rules. */
function heat(rules: number): number {
  return 1 + [2, 5, 15, 50].filter((least) => rules >= least).length
}

/** Tactics in the matrix's order, each with the techniques that rules name. */
export function TacticList({ tactics }: { readonly tactics: readonly CoveredTactic[] }) {
  return (
    <>
      <nav className="tactic-index" aria-label="Tactics">
        {tactics.map(({ id, name, covered }) => (
          <a key={id} className="chip" href={`#${id}`}>
            {name} <span className="mono">{covered}</span>
          </a>
        ))}
      </nav>
      {tactics.map((tactic) => (
        <section key={tactic.id} className="tactic" aria-labelledby={tactic.id}>
          <div className="tactic-head">
            <h2 id={tactic.id}>
              <a href={tactic.href}>{tactic.name}</a>
            </h2>
            <span>
              {tactic.covered} of {tactic.known} techniques · {NUMBER.format(tactic.rules)}{' '}
              {tactic.rules === 1 ? 'rule' : 'rules'}
            </span>
          </div>
          {tactic.techniques.length === 0 && (
            <p className="technique row-dim">No rule names one of its techniques.</p>
          )}
          <ul>
            {tactic.techniques.map((technique) => (
              <li key={technique.id}>
                <TechniqueLink technique={technique} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function TechniqueLink({ technique }: { readonly technique: CoveredTechnique }) {
  const { id, name, href, rules, isSub, note } = technique
  return (
    <a className={`technique ${isSub ? 'technique-sub' : ''}`} href={href}>
      <span className="technique-id mono">{id}</span>
      <span className="technique-name">
        {name}
        {note !== null && <span className="row-dim"> · {note}</span>}
      </span>
      <span className={`technique-count mono heat-${heat(rules)}`}>{NUMBER.format(rules)}</span>
    </a>
  )
}
