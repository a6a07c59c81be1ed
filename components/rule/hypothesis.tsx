import type { OriginText } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'
import { Section } from './section'

interface HypothesisProps {
  readonly hypothesis: OriginText
  /** The author's description, whole. */
  readonly description: string | null
}

export function Hypothesis({ hypothesis, description }: HypothesisProps) {
  const own = description?.trim() ?? ''
  const isSaid = own === '' || flat(hypothesis.text).includes(flat(own))
  return (
    <Section id="hypothesis" title="Hunt Hypothesis">
      <p className="prose prose-pre" dir="auto">
        {hypothesis.text} <Origin by={hypothesis.origin} />
      </p>
      {!isSaid && (
        <>
          <h3>In the author's words</h3>
          <p className="prose prose-pre" dir="auto">
            {own} <Origin by="rule" />
          </p>
        </>
      )}
    </Section>
  )
}

/** A text but for its line breaks and its last full stop. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}
