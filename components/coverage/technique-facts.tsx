import { OutsideLink } from '@/components/rule/outside-link'

export interface Place {
  readonly id: string
  readonly name: string
  readonly href: string
}

export interface TechniqueFactsView {
  readonly version: string
  readonly url: string | null
  readonly parent: Place | null
  readonly tactics: readonly Place[]
  readonly platforms: readonly string[]
  /** What other releases call it: sentences. */
  readonly history: readonly string[]
}

/** What the pinned facts say of a technique. */
export function TechniqueFacts({ facts }: { readonly facts: TechniqueFactsView }) {
  const { version, url, parent, tactics, platforms, history } = facts
  return (
    <dl className="facts">
      {parent !== null && (
        <>
          <dt>Sub-technique of</dt>
          <dd>
            <a className="link" href={parent.href}>
              {parent.id} {parent.name}
            </a>
          </dd>
        </>
      )}
      {tactics.length > 0 && (
        <>
          <dt>{tactics.length === 1 ? 'Tactic' : 'Tactics'}</dt>
          <dd>
            {tactics.map(({ id, name, href }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a className="link" href={href}>
                  {name}
                </a>
              </span>
            ))}
          </dd>
        </>
      )}
      {platforms.length > 0 && (
        <>
          <dt>Platforms</dt>
          <dd>{platforms.join(', ')}</dd>
        </>
      )}
      <dt>Release</dt>
      <dd>
        ATT&CK Enterprise {version}
        {history.map((sentence) => (
          <span key={sentence} className="block text-ink-3">
            {sentence}
          </span>
        ))}
      </dd>
      {url !== null && (
        <>
          <dt>At MITRE</dt>
          <dd>
            <OutsideLink href={url}>{url.replace('https://', '')}</OutsideLink>
          </dd>
        </>
      )}
    </dl>
  )
}
