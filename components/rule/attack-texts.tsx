import type {
  AttackNameView,
  Bounded,
  DetectionStrategyView,
  TechniqueContextView,
} from '@/lib/catalogue/attack-views'
import { Origin } from './origin'
import { OutsideLink } from './outside-link'

interface AttackTextsProps {
  readonly context: TechniqueContextView
  /** Whether the description is unfolded: that of the first technique on a page. */
  readonly isOpen: boolean
}

/** What MITRE says of a technique: its description, then what detects, hinders and uses it. */
export function AttackTexts({ context, isOpen }: AttackTextsProps) {
  const { description, detectionStrategies, mitigations, groups, software, campaigns } = context
  const strategies = detectionStrategies.length
  return (
    <>
      {description.length > 0 && (
        <details className="fold" open={isOpen}>
          <summary>
            Description
            {context.releaseId !== context.id && ` of ${context.releaseId}, ${context.name}`}{' '}
            <Origin by="attack" />
          </summary>
          <Paragraphs paragraphs={description} />
        </details>
      )}
      {strategies > 0 && (
        <details className="fold">
          <summary>
            {strategies} detection {strategies === 1 ? 'strategy' : 'strategies'}{' '}
            <Origin by="attack" />
          </summary>
          {detectionStrategies.map((strategy) => (
            <Strategy key={strategy.id} strategy={strategy} />
          ))}
        </details>
      )}
      {mitigations.total > 0 && (
        <details className="fold">
          <summary>
            {mitigations.total} {mitigations.total === 1 ? 'mitigation' : 'mitigations'}{' '}
            <Origin by="attack" />
          </summary>
          {mitigations.shown.map((mitigation) => (
            <div key={mitigation.id} className="fold-part">
              <p>
                <Name {...mitigation} />
              </p>
              <Paragraphs paragraphs={mitigation.description} />
            </div>
          ))}
          <Rest list={mitigations} />
        </details>
      )}
      <UsedBy lists={{ groups, software, campaigns }} />
    </>
  )
}

function Strategy({ strategy }: { readonly strategy: DetectionStrategyView }) {
  return (
    <div className="fold-part">
      <p>
        <Name {...strategy} />
      </p>
      {strategy.analytics.map(({ id, name, url, platforms, description, logSources }) => (
        <div key={id} className="fold-part">
          <p>
            <Name id={id} name={name} url={url} />{' '}
            <span className="text-ink-3">{platforms.join(', ')}</span>
          </p>
          <Paragraphs paragraphs={description} />
          <ul className="bullets">
            {logSources.map(({ name: source, channel, component }) => (
              <li key={`${source} ${channel} ${component}`}>
                <code className="wrap-anywhere">{source}</code>
                {channel !== null && (
                  <>
                    {' '}
                    <code className="wrap-anywhere">{channel}</code>
                  </>
                )}
                {component !== null && ` · ${component}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function UsedBy({ lists }: { readonly lists: Readonly<Record<string, Bounded<AttackNameView>>> }) {
  const used = Object.entries(lists).filter(([, { total }]) => total > 0)
  if (used.length === 0) return null
  return (
    <details className="fold">
      <summary>
        Used by {used.map(([what, { total }]) => `${total} ${noun(what, total)}`).join(', ')}{' '}
        <Origin by="attack" />
      </summary>
      {used.map(([what, list]) => (
        <p key={what} className="attack-facts">
          {list.shown.map((each, index) => (
            <span key={each.id}>
              {index > 0 && ', '}
              <Name {...each} />
            </span>
          ))}
          {list.total > list.shown.length && ` and ${list.total - list.shown.length} more`}.
        </p>
      ))}
    </details>
  )
}

function noun(plural: string, total: number): string {
  return total === 1 && plural.endsWith('s') ? plural.slice(0, -1) : plural
}

function Rest({ list }: { readonly list: Bounded<unknown> }) {
  const rest = list.total - list.shown.length
  return rest > 0 && <p className="attack-facts">And {rest} more.</p>
}

function Name({ id, name, url }: AttackNameView) {
  return (
    <OutsideLink href={url ?? ''}>
      <span className="mono">{id}</span> {name}
    </OutsideLink>
  )
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  return paragraphs.map((text) => (
    <p key={text} className="prose" dir="auto">
      {text}
    </p>
  ))
}
