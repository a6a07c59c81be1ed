import { OutsideLink } from './outside-link'
import { Section } from './section'

export interface AttackTechnique {
  readonly id: string
  readonly name: string | null
  readonly url: string | null
  readonly tactics: readonly string[]
  readonly platforms: readonly string[]
  /** What became of a retired id. */
  readonly note: string | null
  readonly feedHref: string
}

export interface AttackObject {
  readonly id: string
  readonly name: string | null
  readonly url: string | null
  readonly kind: string
}

interface AttackContextProps {
  readonly version: string
  readonly techniques: readonly AttackTechnique[]
  readonly tactics: readonly { readonly name: string; readonly href: string }[]
  readonly objects: readonly AttackObject[]
}

export function AttackContext({ version, techniques, tactics, objects }: AttackContextProps) {
  return (
    <Section id="attack" title="MITRE ATT&CK Context">
      {techniques.length === 0 && (
        <p className="prose">
          The rule names no technique of ATT&CK
          {tactics.length === 0 ? ' and no tactic, so it is on no coverage map.' : '.'}
        </p>
      )}
      <ul className="plain-list">
        {techniques.map((technique) => (
          <li key={technique.id}>
            <Technique technique={technique} />
          </li>
        ))}
        {objects.map(({ id, name, url, kind }) => (
          <li key={id}>
            <OutsideLink href={url ?? ''}>
              <span className="mono">{id}</span> {name ?? 'not in the pinned release'}
            </OutsideLink>{' '}
            <span className="text-ink-3">· {kind}</span>
          </li>
        ))}
      </ul>
      {tactics.length > 0 && (
        <p className="prose mt-2">
          {tactics.length === 1 ? 'Tactic: ' : 'Tactics: '}
          {tactics.map(({ name, href }, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <a className="link" href={href}>
                {name}
              </a>
            </span>
          ))}
          . <span className="text-ink-3">Names and tactics of ATT&CK Enterprise {version}.</span>
        </p>
      )}
    </Section>
  )
}

function Technique({ technique }: { readonly technique: AttackTechnique }) {
  const { id, name, url, tactics, platforms, note, feedHref } = technique
  return (
    <>
      <OutsideLink href={url ?? ''}>
        <span className="mono">{id}</span> {name ?? 'not a technique of this release'}
      </OutsideLink>{' '}
      <span className="text-ink-3">
        {tactics.length > 0 && `· ${tactics.join(', ')} `}
        {platforms.length > 0 && `· ${platforms.join(', ')} `}·{' '}
        <a className="link" href={feedHref}>
          other rules<span className="sr-only"> for {id}</span>
        </a>
      </span>
      {note !== null && <span className="block text-ink-3">{note}</span>}
    </>
  )
}
