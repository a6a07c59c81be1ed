import type { FalsePositiveGuidance, OriginText } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'
import { Section } from './section'

/** What may set the rule off without an attack: by the author, by the rule's filters, by us. */
export function FalsePositives({ fromRule, excludedByRule, guidance }: FalsePositiveGuidance) {
  return (
    <Section id="false-positives" title="False Positive Guidance">
      <h3>
        From the author <Origin by="rule" />
      </h3>
      {fromRule.length === 0 ? (
        <p className="prose">The author lists nothing to act on.</p>
      ) : (
        <List texts={fromRule} />
      )}
      <h3>
        Already left out by the rule <Origin by="derived" />
      </h3>
      {excludedByRule.length === 0 ? (
        <p className="prose">The rule has no filter that leaves anything out.</p>
      ) : (
        <List texts={excludedByRule} />
      )}
      {guidance.length > 0 && <Guidance guidance={guidance} />}
    </Section>
  )
}

function List({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="bullets">
      {[...new Set(texts)].map((text) => (
        <li key={text} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  )
}

/** One mark for all where one wrote all of it. */
function Guidance({ guidance }: { readonly guidance: readonly OriginText[] }) {
  const [first, ...others] = new Set(guidance.map(({ origin }) => origin))
  const common = others.length === 0 ? first : undefined
  return (
    <>
      <h3>What to expect, and to do {common !== undefined && <Origin by={common} />}</h3>
      <ul className="bullets">
        {guidance.map(({ text, origin }) => (
          <li key={text} dir="auto">
            {text} {common === undefined && <Origin by={origin} />}
          </li>
        ))}
      </ul>
    </>
  )
}
