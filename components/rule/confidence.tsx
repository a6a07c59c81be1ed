import type { Confidence as ConfidenceValue } from '@/lib/enrichment/enrichment'
import { Origin } from './origin'

/** How far to trust the rule, and, when opened, why. */
export function Confidence({ value, reasons, origin }: ConfidenceValue) {
  return (
    <details className="confidence">
      <summary>
        Confidence: <b>{value}</b> <Origin by={origin} /> <span className="why">why</span>
      </summary>
      <ul className="bullets">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}
