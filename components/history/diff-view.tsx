interface Line {
  readonly kind: 'same' | 'added' | 'removed' | 'gap'
  readonly text: string
}

interface DiffViewProps {
  readonly title: string
  readonly lines: readonly Line[]
  /** Lines of it that are not shown. */
  readonly hidden: number
}

const SIGNS = { same: ' ', added: '+', removed: '-', gap: ' ' } as const

/** Two texts compared line by line: a sign as well as a colour, and `ins` and `del` for those who hear it. */
export function DiffView({ title, lines, hidden }: DiffViewProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard */}
      <section className="diff" tabIndex={0} aria-label={`${title}, line by line`} dir="ltr">
        <pre>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never move
            <DiffLine key={place} {...line} />
          ))}
        </pre>
      </section>
      {hidden > 0 && <p className="entry-facts">{hidden} more lines are not shown.</p>}
    </>
  )
}

function DiffLine({ kind, text }: Line) {
  const content = `${SIGNS[kind]} ${text}\n`
  if (kind === 'added') return <ins>{content}</ins>
  if (kind === 'removed') return <del>{content}</del>
  return <span className={kind === 'gap' ? 'diff-gap' : undefined}>{content}</span>
}
