import type { ActiveFilter } from './facet'

/** No rule to show: because of what was asked, or because nothing was imported yet. */
export function EmptyFeed({ filters }: { readonly filters: readonly ActiveFilter[] }) {
  const last = filters.at(-1)
  if (last === undefined) {
    return (
      <div className="message">
        <h2 className="text-lg font-semibold">The catalogue is empty</h2>
        <p>No import has been published yet. Bring rules in from a folder shaped like SigmaHQ's:</p>
        <pre className="code rounded-md bg-sunk">npm run -s atlas -- import path/to/sigma</pre>
      </div>
    )
  }
  return (
    <div className="message">
      <h2 className="text-lg font-semibold">No rule fits</h2>
      <p>
        Nothing in the catalogue meets all of this at once. Take one condition back, for example{' '}
        <a className="link" href={last.href}>
          <bdi>{last.label}</bdi>
        </a>
        , or{' '}
        <a className="link" href="/">
          start again with every rule
        </a>
        .
      </p>
    </div>
  )
}
