import type { ReactNode } from 'react'

interface SectionProps {
  readonly id: string
  readonly title: string
  /** By whom the words in it were written; left out where the parts say it themselves. */
  readonly origin?: 'rule' | 'derived' | 'MITRE ATT&CK'
  readonly children: ReactNode
}

export function Section({ id, title, origin, children }: SectionProps) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {origin !== undefined && <Origin by={origin} />}
      </h2>
      {children}
    </section>
  )
}

/** By whom a text was written: the rule's author, MITRE, or derived here from facts. */
export function Origin({ by }: { readonly by: string }) {
  return (
    <span className="origin">
      <span className="sr-only">origin: </span>
      {by}
    </span>
  )
}
