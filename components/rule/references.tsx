import type { Reference } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'
import { OutsideLink } from './outside-link'
import { Section } from './section'

interface ReferencesProps {
  readonly references: readonly Reference[]
  readonly original: { readonly url: string | null; readonly text: string }
}

export function References({ references, original }: ReferencesProps) {
  return (
    <Section id="references" title="References">
      {references.length === 0 && <p className="prose">The rule names no references of its own.</p>}
      <ol className="plain-list">
        {references.map(({ url, kind, origin }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may name one address twice
          <li key={index}>
            <OutsideLink href={url}>
              <bdi>{url}</bdi>
            </OutsideLink>{' '}
            <span className="text-ink-3 text-xs">{kind}</span> <Origin by={origin} />
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
