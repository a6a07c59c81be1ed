import { Origin, Section } from './section'

interface HypothesisProps {
  /** The author's description, whole. */
  readonly description: string | null
  readonly derived: string
}

export function Hypothesis({ description, derived }: HypothesisProps) {
  return (
    <Section id="hypothesis" title="Hunt Hypothesis">
      {description !== null && (
        <p className="prose prose-pre" dir="auto">
          {description.trim()} <Origin by="rule" />
        </p>
      )}
      <p className="prose">
        {derived} <Origin by="derived" />
      </p>
    </Section>
  )
}
