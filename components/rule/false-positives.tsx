import { Origin, Section } from './section'

interface FalsePositivesProps {
  readonly fromRule: readonly string[]
  readonly guidance: string | null
}

export function FalsePositives({ fromRule, guidance }: FalsePositivesProps) {
  return (
    <Section id="false-positives" title="False Positive Guidance">
      {fromRule.length > 0 && (
        <>
          <h3>
            From the rule <Origin by="rule" />
          </h3>
          <ul className="bullets">
            {fromRule.map((entry) => (
              <li key={entry} dir="auto">
                {entry}
              </li>
            ))}
          </ul>
        </>
      )}
      {guidance !== null && (
        <p className="prose mt-2">
          {guidance} <Origin by="derived" />
        </p>
      )}
    </Section>
  )
}
