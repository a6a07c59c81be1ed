import type { ReactNode } from 'react'
import type { RevisionView } from '@/lib/catalogue/views'

const EVENTS: Readonly<Record<RevisionView['event'], string>> = {
  new: 'first seen',
  changed: 'changed',
  back: 'came back',
}

interface StepProps {
  readonly revision: RevisionView
  readonly isOpen: boolean
  readonly children: ReactNode
}

/** One revision in the history of a rule: what happened, by whose import, and the comparison. */
export function Step({ revision, isOpen, children }: StepProps) {
  const { version, at, event, changes, source, removed } = revision
  return (
    <li className="step" id={`v${version}`}>
      {removed !== null && (
        <p className="step-removed">
          Removed by <ImportLink {...removed} /> of <bdi>{removed.source}</bdi>
          {day(removed.at)}
        </p>
      )}
      <details open={isOpen}>
        <summary>
          <b>{EVENTS[event]}</b>
          {changes.length > 0 && `: ${changes.join(', ')}`}
        </summary>
        <p className="entry-facts">
          <ImportLink version={version} /> of <bdi>{source}</bdi>
          {day(at)}
        </p>
        {children}
      </details>
    </li>
  )
}

function ImportLink({ version }: { readonly version: number }) {
  return (
    <a className="link" href={`/imports/${version}`}>
      version {version}
    </a>
  )
}

function day(at: string | null): string {
  return at === null ? '' : `, ${at.slice(0, 16).replace('T', ' ')} UTC`
}
