import { OutsideLink } from './outside-link'

interface NoticeProps {
  readonly source: string
  readonly url: string | null
  readonly path: string
}

/** What a reader must know before using any of it, and the way to the original. */
export function Notice({ source, url, path }: NoticeProps) {
  return (
    <p className="notice">
      This rule came from an open-source repository and was enriched automatically; each section
      says by whom. Validate it in a test environment before production.{' '}
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
