import type { QueryDiagnostic } from './views'

/** Reads the stored column, leaving out whatever has not the shape of a diagnostic. */
export function readDiagnostics(stored: unknown): readonly QueryDiagnostic[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return []
    const { code, severity, message, effect } = each as Record<string, unknown>
    if (typeof code !== 'string' || typeof message !== 'string') return []
    return {
      code,
      message,
      severity: typeof severity === 'string' ? severity : 'error',
      effect: effect === 'widens' || effect === 'narrows' ? effect : null,
    }
  })
}
