import { stateClass, stateWord, targetName } from '@/components/ui/target'
import type { QueryView } from '@/lib/catalogue/views'
import { Code } from './code'
import { QueryPane } from './query-pane'
import { Section } from './section'

interface DetectionProps {
  /** Of the rule. */
  readonly id: string
  readonly queries: readonly QueryView[]
  /** The target shown at first. */
  readonly shown: string | null
  readonly sigma: string
  readonly sigmaHtml: string | null
}

/** The rule and what it became. Tabs are radio buttons: they work without JavaScript. */
export function Detection({ id, queries, shown, sigma, sigmaHtml }: DetectionProps) {
  return (
    <Section id="detection" title="Detection Rule">
      <div className="detection">
        <fieldset className="tabs">
          <legend className="sr-only">KQL for</legend>
          {queries.map(({ target, state }) => (
            <div key={target} className="tab">
              <input
                type="radio"
                name="target"
                id={`target-${target}`}
                value={target}
                defaultChecked={target === shown}
              />
              <label htmlFor={`target-${target}`}>
                {targetName(target)}
                <i className={stateClass(state)}>
                  <span className="sr-only">{stateWord(state)}</span>
                </i>
              </label>
            </div>
          ))}
        </fieldset>
        <div className="pair">
          {queries.map((query) => (
            <QueryPane key={query.target} ruleId={id} query={query} />
          ))}
          <div className="pane pane-sigma">
            <Code
              id="sigma"
              title="Sigma (Original)"
              what="Sigma rule"
              text={sigma}
              file={`/rules/${id}.yml`}
              html={sigmaHtml}
            />
          </div>
        </div>
      </div>
    </Section>
  )
}
