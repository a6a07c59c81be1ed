import { OutsideLink } from './outside-link'
import { Section } from './section'

interface ReferencesProps {
  readonly references: readonly string[]
  readonly original: { readonly url: string | null; readonly text: string }
}

export function References({ references, original }: ReferencesProps) {
  return (
    <Section id="references" title="References" origin="rule">
      {references.length === 0 && <p className="prose">The rule names no references.</p>}
      <ol className="plain-list">
        {references.map((reference) => (
          <li key={reference}>
            <OutsideLink href={reference}>
              <bdi>{reference}</bdi>
            </OutsideLink>
          </li>
        ))}
      </ol>
      <p className="meta">
        Original source:{' '}
        <OutsideLink href={original.url ?? ''}>
          <bdi>{original.text}</bdi>
        </OutsideLink>
      </p>
    </Section>
  )
}
