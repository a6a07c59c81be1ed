import { minute } from '@/components/ui/minute'
import type { ImportSummary } from '@/lib/catalogue/import-views'
import { counted } from './counted'
import { summarise } from './summarise'

/** Imports, newest first: each leads to what it changed. */
export function ImportLogList({ rows }: { readonly rows: readonly ImportSummary[] }) {
  return (
    <ol className="entries">
      {rows.map((row) => (
        <li key={row.version} className="entry">
          <a className="link entry-name" href={`/imports/${row.version}`}>
            Version {row.version}
          </a>
          <span>
            <bdi>{row.source}</bdi>
            {row.kind === 'removal'
              ? ` was removed, with ${counted(row.counts.removed, 'rule')}`
              : `: ${summarise(row.counts)}`}
          </span>
          <span className="entry-facts">{row.at === null ? '' : `${minute(row.at)} UTC`}</span>
        </li>
      ))}
    </ol>
  )
}
