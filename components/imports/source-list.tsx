import { minute } from '@/components/ui/minute'
import type { SourceRow } from '@/lib/catalogue/find-sources'
import { counted } from './counted'

/** Where the rules come from: one entry a source. */
export function SourceList({
  sources,
  feedHref,
}: {
  readonly sources: readonly SourceRow[]
  readonly feedHref: (source: string) => string
}) {
  return (
    <ul className="entries">
      {sources.map((source) => (
        <li key={source.name} className="entry">
          <b className="entry-name">
            <bdi>{source.name}</bdi>
          </b>
          <span>
            <a className="link" href={feedHref(source.name)}>
              {counted(source.rules, 'rule')}
            </a>
            {source.rejected > 0 && source.lastImport !== null && (
              <>
                {', '}
                <a className="link" href={`/imports/${source.lastImport.version}?show=rejected`}>
                  {counted(source.rejected, 'rejected file')}
                </a>
              </>
            )}
          </span>
          <span className="entry-facts">
            {source.address !== null && (
              <>
                from <code className="wrap-anywhere">{source.address}</code>{' '}
              </>
            )}
            {source.commit !== null && (
              <>
                at <code>{source.commit.slice(0, 12)}</code>{' '}
              </>
            )}
            read {minute(source.retrievedAt)} UTC
          </span>
        </li>
      ))}
    </ul>
  )
}
