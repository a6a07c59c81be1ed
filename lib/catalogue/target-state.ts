import type { QueryDiagnostic, TargetState } from './views'

/** Refused, compiled, or compiled with a named difference from the rule. */
export function targetState(status: string, diagnostics: readonly QueryDiagnostic[]): TargetState {
  if (status !== 'compiled') return 'refused'
  return diagnostics.some((each) => each.effect !== null) ? 'with-loss' : 'compiled'
}

const ORDER = ['defender-xdr', 'asim', 'azure-monitor']

/** Sorts targets in the order in which readers are shown them. */
export function byTarget(a: { readonly target: string }, b: { readonly target: string }): number {
  const place = (target: string) => ORDER.indexOf(target) + 1 || ORDER.length + 1
  return place(a.target) - place(b.target) || a.target.localeCompare(b.target)
}
