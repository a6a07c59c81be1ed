import { targetName } from '@/components/ui/target'
import type { QueryView } from '@/lib/catalogue/views'
import { Code } from './code'
import { Diagnostics } from './diagnostics'

/** The query for one target with what was lost on the way, or why there is none. */
export function QueryPane({
  ruleId,
  query,
}: {
  readonly ruleId: string
  readonly query: QueryView
}) {
  const { target, kql, kqlHtml, diagnostics } = query
  const name = targetName(target)
  return (
    <div className={`pane query query-${target}`}>
      {kql === null ? (
        <>
          <div className="pane-cap">
            <h3>KQL · {name}</h3>
          </div>
          <p className="refused">
            There is no query for {name}. A query is shown only where it says what the rule says, or
            names how it differs; here is why this one could not be made.
          </p>
        </>
      ) : (
        <Code
          id={`kql-${target}`}
          title={`KQL · ${name}`}
          what={`KQL for ${name}`}
          text={kql}
          file={`/rules/${ruleId}/${target}.kql`}
          html={kqlHtml}
        />
      )}
      {diagnostics.length > 0 ? (
        <Diagnostics diagnostics={diagnostics} />
      ) : (
        kql !== null && (
          <p className="diagnostics diagnostic">✓ The whole condition was translated.</p>
        )
      )}
    </div>
  )
}
