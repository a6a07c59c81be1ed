import type { ReactNode } from 'react'
import type { Origin as OriginName } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'

interface SectionProps {
  readonly id: string
  readonly title: string
  /** By whom the words in it were written; left out where the parts say it themselves. */
  readonly origin?: OriginName
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
