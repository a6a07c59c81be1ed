import { OutsideLink } from '@/components/rule/outside-link'
import type {
  AttackNameView,
  Bounded,
  DetectionStrategyView,
  LogSourceView,
  MitigationView,
  TechniqueContextView,
} from '@/lib/catalogue/attack-views'

interface TechniqueContextProps {
  readonly release: string
  readonly notice: string
  readonly context: TechniqueContextView
}

/** What a loaded release of ATT&CK says of a technique, in MITRE's words and with its notice. */
export function TechniqueContext({ release, notice, context }: TechniqueContextProps) {
  const { id, releaseId, description, detectionStrategies, mitigations } = context
  return (
    <section className="technique-context" aria-labelledby="context">
      <h2 id="context">
        What MITRE says<span className="origin">MITRE ATT&CK {release}</span>
      </h2>
      {releaseId !== id && (
        <p className="text-ink-3">
          ATT&CK {release} has it as {releaseId}.
        </p>
      )}
      <Paragraphs texts={description} />
      {detectionStrategies.length > 0 && <h3>Detection strategies</h3>}
      {detectionStrategies.map((strategy) => (
        <Strategy key={strategy.id} strategy={strategy} />
      ))}
      {mitigations.total > 0 && <h3>Mitigations</h3>}
      {mitigations.shown.map((mitigation) => (
        <Mitigation key={mitigation.id} mitigation={mitigation} />
      ))}
      <Names title="Groups" names={context.groups} />
      <Names title="Software" names={context.software} />
      <Names title="Campaigns" names={context.campaigns} />
      <p className="notice-line">{notice}</p>
    </section>
  )
}

function Strategy({ strategy }: { readonly strategy: DetectionStrategyView }) {
  return (
    <div className="strategy">
      <p>
        <Name name={strategy} />
      </p>
      {strategy.analytics.map(({ id, url, platforms, description, logSources }) => (
        <details key={id}>
          <summary>
            <span className="mono">{id}</span> {platforms.join(', ')}
            <span className="text-ink-3">
              {' '}
              · {logSources.length} {logSources.length === 1 ? 'log source' : 'log sources'}
            </span>
          </summary>
          <Paragraphs texts={description} />
          <ul className="plain-list">
            {distinct(logSources).map(([key, { name, channel, component }]) => (
              <li key={key}>
                <span className="mono">{name}</span>
                {channel !== null && <span className="mono"> {channel}</span>}
                {component !== null && <span className="text-ink-3"> · {component}</span>}
              </li>
            ))}
          </ul>
          <p>
            <OutsideLink href={url ?? ''}>{id} at MITRE</OutsideLink>
          </p>
        </details>
      ))}
    </div>
  )
}

/** MITRE names some log sources twice. */
function distinct(sources: readonly LogSourceView[]): [string, LogSourceView][] {
  return [...new Map(sources.map((each) => [JSON.stringify(each), each]))]
}

function Mitigation({ mitigation }: { readonly mitigation: MitigationView }) {
  return (
    <div className="strategy">
      <p>
        <Name name={mitigation} />
      </p>
      <Paragraphs texts={mitigation.description} />
    </div>
  )
}

function Names({
  title,
  names,
}: {
  readonly title: string
  readonly names: Bounded<AttackNameView>
}) {
  if (names.total === 0) return null
  const rest = names.total - names.shown.length
  return (
    <>
      <h3>
        {title} <span className="text-ink-3">{names.total}</span>
      </h3>
      <p className="names">
        {names.shown.map((name, index) => (
          <span key={name.id}>
            {index > 0 && ', '}
            <OutsideLink href={name.url ?? ''}>{name.name}</OutsideLink>
          </span>
        ))}
        {rest > 0 && ` and ${rest} more.`}
      </p>
    </>
  )
}

function Name({ name: { id, name, url } }: { readonly name: AttackNameView }) {
  return (
    <>
      <span className="mono">{id}</span> <OutsideLink href={url ?? ''}>{name}</OutsideLink>
    </>
  )
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return (
    <>
      {[...new Set(texts)].map((text) => (
        <p key={text} className="prose">
          {text}
        </p>
      ))}
    </>
  )
}
