import type { RejectionView } from '@/lib/catalogue/import-views'

/** Files that could not become a rule: where, why, and what stays visible of them. */
export function RejectionList({ rows }: { readonly rows: readonly RejectionView[] }) {
  return (
    <ul className="entries">
      {rows.map((rejection) => (
        <li key={`${rejection.path} ${rejection.code} ${rejection.line}`} className="rejection">
          <p className="rejection-head">
            <span className="mono wrap-anywhere">
              <bdi>{rejection.path}</bdi>
              {rejection.line !== null && `:${rejection.line}`}
            </span>
            <span className="mono entry-facts">{rejection.code}</span>
            {rejection.isNew && <span className="entry-facts">new in this import</span>}
          </p>
          <p className="rejection-reason" dir="auto">
            {rejection.message}
          </p>
          {rejection.kept !== null && (
            <p className="entry-facts">
              The last good revision stays visible:{' '}
              <a className="link" href={`/rules/${rejection.kept.id}`} dir="auto">
                {rejection.kept.title}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
