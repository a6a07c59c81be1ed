import type { ImportView } from '@/lib/catalogue/views'

const NUMBER = new Intl.NumberFormat('en')

/** One source: what its last import did, and each file that it could not take. */
export function ImportSection({ view, feedHref }: { view: ImportView; feedHref: string }) {
  const missing = view.rejectionCount - view.rejections.length
  return (
    <section className="section" aria-labelledby={`source-${view.source}`}>
      <h2 id={`source-${view.source}`}>{view.source}</h2>
      <p className="prose">
        <a className="link" href={feedHref}>
          {NUMBER.format(view.rules)} {view.rules === 1 ? 'rule' : 'rules'}
        </a>
        {view.address !== null && (
          <>
            {' '}
            from <code className="wrap-anywhere">{view.address}</code>
          </>
        )}
        {view.commit !== null && (
          <>
            {' '}
            at <code>{view.commit.slice(0, 12)}</code>
          </>
        )}
        , read {view.retrievedAt.slice(0, 16).replace('T', ' ')} UTC.
      </p>
      {view.counts !== null && (
        <dl className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
          {Object.entries(view.counts).map(([name, count]) => (
            <div key={name} className="flex gap-2">
              <dt className="text-ink-3">{name}</dt>
              <dd className="mono self-center">{NUMBER.format(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {view.rejectionCount === 0 ? (
        <p className="prose">No file of it was rejected.</p>
      ) : (
        <Rejections view={view} />
      )}
      {missing > 0 && <p className="prose">{NUMBER.format(missing)} more are not listed here.</p>}
    </section>
  )
}

function Rejections({ view }: { readonly view: ImportView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard
    <section className="table-scroll" aria-label={`Rejected files of ${view.source}`} tabIndex={0}>
      <table className="table table-wide">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Line</th>
            <th scope="col">Code</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {view.rejections.map((rejection) => (
            <tr key={`${rejection.path} ${rejection.code} ${rejection.line}`}>
              <td className="mono wrap-anywhere">
                <bdi>{rejection.path}</bdi>
              </td>
              <td className="mono">{rejection.line ?? '–'}</td>
              <td className="mono">{rejection.code}</td>
              <td className="wrap-anywhere" dir="auto">
                {rejection.message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
