import type { QueryDiagnostic } from '@/lib/catalogue/views'

const EFFECTS = {
  widens: 'wider: the query can match more than the rule',
  narrows: 'narrower: the query can match less than the rule',
} as const

export function Diagnostics({ diagnostics }: { readonly diagnostics: readonly QueryDiagnostic[] }) {
  return (
    <ul className="diagnostics">
      {diagnostics.map(({ code, severity, message, effect }) => (
        <li key={`${code} ${message}`} className="diagnostic">
          <p dir="auto">{message}</p>
          <p className="diagnostic-head">
            <span className={`severity-${severity}`}>{severity}</span>
            <code className="mono">{code}</code>
            {effect !== null && <span>{EFFECTS[effect]}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
