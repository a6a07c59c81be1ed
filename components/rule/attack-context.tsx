import type { TechniqueContextView } from '@/lib/catalogue/attack-views'
import { AttackTexts } from './attack-texts'
import { Origin } from './origin'
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
  /** Null for what is no technique of the release. */
  readonly coverageHref: string | null
  /** What a loaded release says of it; null where none is loaded or it has nothing. */
  readonly context: TechniqueContextView | null
}

export interface AttackObject {
  readonly id: string
  readonly name: string | null
  readonly url: string | null
  readonly kind: string
}

interface AttackContextProps {
  /** The release of names and tactics. */
  readonly version: string
  readonly techniques: readonly AttackTechnique[]
  readonly tactics: readonly { readonly name: string; readonly href: string }[]
  readonly objects: readonly AttackObject[]
  /** The release that MITRE's words are of, and its notice; null where none is loaded. */
  readonly loaded: { readonly release: string; readonly notice: string } | null
}

export function AttackContext(props: AttackContextProps) {
  const { version, techniques, tactics, objects, loaded } = props
  return (
    <Section id="attack" title="MITRE ATT&CK Context">
      {techniques.length === 0 && (
        <p className="prose">
          The rule names no technique of ATT&CK
          {tactics.length === 0 ? ' and no tactic, so it is on no coverage map.' : '.'}
        </p>
      )}
      {techniques.map((technique, index) => (
        <Technique key={technique.id} technique={technique} isOpen={index === 0} />
      ))}
      {objects.length > 0 && (
        <ul className="plain-list">
          {objects.map(({ id, name, url, kind }) => (
            <li key={id}>
              <OutsideLink href={url ?? ''}>
                <span className="mono">{id}</span> {name ?? 'not in the pinned release'}
              </OutsideLink>{' '}
              <span className="text-ink-3">· {kind}</span>
            </li>
          ))}
        </ul>
      )}
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
          .
        </p>
      )}
      {techniques.length + tactics.length + objects.length > 0 && (
        <p className="meta">
          Tagged by the rule; names, tactics and platforms of ATT&CK Enterprise {version}.{' '}
          {loaded === null
            ? 'MITRE’s descriptions, detection strategies and mitigations appear here once a release is loaded: npm run -s atlas -- attack, with MITRE’s STIX file.'
            : `MITRE’s words are of release ${loaded.release}. ${loaded.notice}`}{' '}
          <Origin by="attack" />
        </p>
      )}
    </Section>
  )
}

interface TechniqueProps {
  readonly technique: AttackTechnique
  readonly isOpen: boolean
}

function Technique({ technique, isOpen }: TechniqueProps) {
  const { id, name, url, tactics, platforms, note, feedHref, coverageHref, context } = technique
  return (
    <div className="attack-technique">
      <h3>
        <OutsideLink href={url ?? ''}>
          <span className="mono">{id}</span> {name ?? 'not a technique of this release'}
        </OutsideLink>
      </h3>
      <p className="attack-facts">
        {tactics.length > 0 && `${tactics.join(', ')} · `}
        {platforms.length > 0 && `${platforms.join(', ')} · `}
        <a className="link" href={feedHref}>
          other rules<span className="sr-only"> for {id}</span>
        </a>
        {coverageHref !== null && (
          <>
            {' '}
            ·{' '}
            <a className="link" href={coverageHref}>
              coverage<span className="sr-only"> of {id}</span>
            </a>
          </>
        )}
      </p>
      {note !== null && <p className="attack-facts">{note}</p>}
      {context !== null && <AttackTexts context={context} isOpen={isOpen} />}
    </div>
  )
}
