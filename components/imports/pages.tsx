import { grouped } from './counted'

interface PagesProps {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly hrefOf: (page: number) => string
}

/** The way through a long list; nothing where it fits one page. */
export function Pages({ page, size, total, hrefOf }: PagesProps) {
  if (total <= size) return null
  const first = (page - 1) * size + 1
  const last = Math.min(total, page * size)
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && (
        <a className="button" href={hrefOf(page - 1)} rel="prev">
          ← Previous
        </a>
      )}
      <span>
        {grouped(first)}–{grouped(last)} of {grouped(total)}
      </span>
      {last < total && (
        <a className="button" href={hrefOf(page + 1)} rel="next">
          Next →
        </a>
      )}
    </nav>
  )
}
