const NUMBER = new Intl.NumberFormat('en')

interface PagerProps {
  readonly first: number
  readonly last: number
  readonly total: number
  readonly previousHref: string | null
  readonly nextHref: string | null
}

export function Pager({ first, last, total, previousHref, nextHref }: PagerProps) {
  return (
    <nav className="pager" aria-label="Pages">
      {previousHref !== null && (
        <a className="button" href={previousHref} rel="prev">
          ← Newer
        </a>
      )}
      <span>
        {NUMBER.format(first)}–{NUMBER.format(last)} of {NUMBER.format(total)}
      </span>
      {nextHref !== null && (
        <a className="button" href={nextHref} rel="next">
          Older →
        </a>
      )}
      <span className="pager-hint needs-script">
        <kbd>j</kbd> <kbd>k</kbd> move · <kbd>Enter</kbd> opens · <kbd>/</kbd> searches
      </span>
    </nav>
  )
}
