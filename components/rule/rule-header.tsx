import type { ReactNode } from 'react'
import { levelClass } from '@/components/ui/level'
import { shortTargetName, stateClass, stateWord } from '@/components/ui/target'
import type { TargetSummary } from '@/lib/catalogue/views'

/** A badge; with an address it leads to the rules that share it. */
export interface Badge {
  readonly text: string
  readonly title?: string
  readonly href?: string
  readonly isCode?: boolean
}

interface RuleHeaderProps {
  readonly title: string
  readonly level: string | null
  readonly levelHref: string
  readonly before: readonly Badge[]
  readonly after: readonly Badge[]
  readonly targets: readonly TargetSummary[]
  readonly coverageHref: string
  readonly children: ReactNode
}

export function RuleHeader(props: RuleHeaderProps) {
  const { title, level, levelHref, before, after, targets, coverageHref, children } = props
  return (
    <header>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/" data-back>
          ← Back to SOC feed
        </a>
        <a href={coverageHref}>Coverage →</a>
      </nav>
      <h1 dir="auto">{title}</h1>
      <ul className="chips">
        {before.map(toChip)}
        <li>
          <a className={`chip ${levelClass(level)}`} href={levelHref}>
            <i className="dot" />
            <b className="level-word">{(level ?? 'no level').toUpperCase()}</b>
          </a>
        </li>
        {after.map(toChip)}
        {targets.map(({ target, state }) => (
          <li key={target}>
            <a className="chip" href="#detection">
              <i className={stateClass(state)}>
                {shortTargetName(target)} {stateWord(state)}
              </i>
            </a>
          </li>
        ))}
      </ul>
      {children}
    </header>
  )
}

function toChip({ text, title, href, isCode }: Badge) {
  const className = isCode ? 'chip mono' : 'chip'
  return (
    <li key={text}>
      {href === undefined ? (
        <span className={className} title={title}>
          <bdi>{text}</bdi>
        </span>
      ) : (
        <a className={className} href={href} title={title}>
          <bdi>{text}</bdi>
        </a>
      )}
    </li>
  )
}
