import { Level, levelClass } from '@/components/ui/level'
import { shortTargetName, stateClass, stateWord, targetName } from '@/components/ui/target'
import type { TechniqueRule, TechniqueRules } from '@/lib/catalogue/coverage-views'
import { countRules } from './heat'

export interface RuleGroup {
  readonly id: string
  readonly name: string
  /** The page of the sub-technique; null for the technique whose page this is. */
  readonly href: string | null
  readonly rules: TechniqueRules
  readonly feedHref: string
}

/** The rules that name one technique or sub-technique, gravest first. */
export function TechniqueRuleGroup({ group }: { readonly group: RuleGroup }) {
  const { id, name, href, rules, feedHref } = group
  return (
    <section className="rule-group" aria-labelledby={`rules-${id}`}>
      <h3 id={`rules-${id}`}>
        {href === null ? (
          <span>
            <span className="mono">{id}</span> {name}, itself
          </span>
        ) : (
          <a href={href}>
            <span className="mono">{id}</span> {name}
          </a>
        )}
        <span className="rule-group-count">{countRules(rules.total)}</span>
      </h3>
      {rules.total > 0 && (
        <ul>
          {rules.shown.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </ul>
      )}
      {rules.total > rules.shown.length && (
        <p>
          <a className="link" href={feedHref}>
            All {countRules(rules.total)} in the feed
            <span className="sr-only"> for {id}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function Rule({ rule }: { readonly rule: TechniqueRule }) {
  const { id, title, level, kind, taggedAs, targets } = rule
  const words = targets.map((each) => `${targetName(each.target)}: ${stateWord(each.state)}`)
  return (
    <li className={`rule-line ${levelClass(level)}`}>
      <span className="row-level">
        <Level level={level} />
      </span>
      <a className="rule-line-title" href={`/rules/${id}`} dir="auto">
        {title.slice(0, 300)}
        {kind !== 'rule' && ` (${kind})`}
      </a>
      {taggedAs !== null && <span className="rule-line-tag mono">tagged {taggedAs}</span>}
      <span
        className="row-targets"
        role="img"
        aria-label={words.join('; ')}
        title={words.join('; ')}
      >
        {targets.map(({ target, state }) => (
          <i key={target} className={stateClass(state)}>
            <b>{shortTargetName(target)}</b>
          </i>
        ))}
      </span>
    </li>
  )
}
