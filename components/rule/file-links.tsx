import { targetName } from '@/components/ui/target'
import type { QueryView } from '@/lib/catalogue/views'

interface FileLinksProps {
  readonly id: string
  readonly queries: readonly QueryView[]
}

/** Where the rule can be taken away: whole, as written, and each query. */
export function FileLinks({ id, queries }: FileLinksProps) {
  const compiled = queries.filter(({ kql }) => kql !== null)
  return (
    <nav className="meta" aria-label="Files of this rule">
      Files:{' '}
      <a className="link" href={`/rules/${id}.json`}>
        JSON
      </a>{' '}
      ·{' '}
      <a className="link" href={`/rules/${id}.yml`}>
        YAML
      </a>
      {compiled.map(({ target }) => (
        <span key={target}>
          {' '}
          ·{' '}
          <a className="link" href={`/rules/${id}/${target}.kql`}>
            KQL for {targetName(target)}
          </a>
        </span>
      ))}
    </nav>
  )
}
