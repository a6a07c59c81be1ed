import type { ReactNode } from 'react'
import { grouped } from './counted'

interface ChangeSectionProps {
  readonly id: string
  readonly title: string
  readonly total: number
  /** Where all of it is listed, if not all of it is here. */
  readonly allHref: string | null
  readonly children: ReactNode
}

/** One part of what an import did, with its number. */
export function ChangeSection({ id, title, total, allHref, children }: ChangeSectionProps) {
  return (
    <section className="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} · {grouped(total)}
      </h2>
      {children}
      {allHref !== null && (
        <p className="entries-more">
          <a className="link" href={allHref}>
            All {grouped(total)}
          </a>
        </p>
      )}
    </section>
  )
}
