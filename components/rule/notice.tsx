import type { ReactNode } from 'react'
import { minute } from '@/components/ui/minute'
import type { RemovalView, SourceKind, UpdateRejection } from '@/lib/catalogue/views'
import { OutsideLink } from './outside-link'

interface NoticeProps {
  readonly source: string
  readonly kind: SourceKind
  readonly url: string | null
  readonly path: string
  /** Set where the source has the rule no more. */
  readonly removed: RemovalView | null
  /** Set where the source's newest file was rejected. */
  readonly rejected: UpdateRejection | null
}

/** What a reader must know before using any of it, and the way to the original. */
export function Notice({ source, kind, url, path, removed, rejected }: NoticeProps) {
  return (
    <p className="notice">
      {removed !== null && (
        <>
          <b>
            <bdi>{removed.source}</bdi> removed this rule
            {removed.at !== null && `, seen on ${minute(removed.at)} UTC`}.
          </b>{' '}
          This is its last revision, no longer in the feed.{' '}
        </>
      )}
      {rejected !== null && (
        <>
          <b>The newest file of this rule was rejected on {minute(rejected.at)} UTC:</b>{' '}
          <bdi>{rejected.message}</bdi>
          {rejected.line !== null && ` (line ${rejected.line})`} What is shown is the last good
          revision.{' '}
        </>
      )}
      {comesFrom(kind, source)} and was enriched automatically; each section says by whom. Validate
      it in a test environment before production.{' '}
      {url === null ? (
        <>
          Original: <code className="wrap-anywhere">{path}</code> of {source}.
        </>
      ) : (
        <OutsideLink href={url}>View original rule at {source} →</OutsideLink>
      )}
    </p>
  )
}

function comesFrom(kind: SourceKind, source: string): ReactNode {
  switch (kind) {
    case 'starter':
      return 'This rule was written for Rule Atlas, is shipped with it'
    case 'repository':
      return 'This rule came from an open-source repository'
    case 'other':
      return (
        <>
          This rule was imported from <bdi>{source}</bdi>
        </>
      )
  }
}
