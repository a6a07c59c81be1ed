/** No rule to count: because of the filters, or because nothing was imported yet. */
export function EmptyCoverage({ clearHref }: { readonly clearHref: string | null }) {
  if (clearHref === null) {
    return (
      <div className="message">
        <h2 className="text-lg font-semibold">There is nothing to map yet</h2>
        <p>No import has been published. Bring rules in from a folder shaped like SigmaHQ's:</p>
        <pre className="code rounded-md bg-sunk">npm run -s atlas -- import path/to/sigma</pre>
      </div>
    )
  }
  return (
    <div className="message">
      <h2 className="text-lg font-semibold">No rule fits these filters</h2>
      <p>
        Every cell would be empty.{' '}
        <a className="link" href={clearHref}>
          Take the filters back
        </a>{' '}
        to see the whole map.
      </p>
    </div>
  )
}
