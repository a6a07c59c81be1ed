import type { ReactNode } from 'react'

/** What a page says when it has nothing else to show: what happened, and what to do next. */
export function Message({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <div className="message">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
