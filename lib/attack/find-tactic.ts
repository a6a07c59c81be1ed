import { TACTICS, type Tactic } from './release'

const byName = new Map(
  TACTICS.flatMap((tactic) => [
    [tactic.shortName, tactic],
    [tactic.id.toLowerCase(), tactic],
  ]),
)
const order = new Map(TACTICS.map((tactic, index) => [tactic.shortName, index]))

/**
 * The tactic with this id (`TA0010`) or short name (`exfiltration`) in the current release, or null.
 * Older tags write short names with underscores; the case does not matter.
 */
export function findTactic(name: string): Tactic | null {
  return byName.get(name.toLowerCase().replaceAll('_', '-')) ?? null
}

/** Compares two tactics by their place in the matrix. */
export function compareTactics(a: Tactic, b: Tactic): number {
  return (order.get(a.shortName) ?? 0) - (order.get(b.shortName) ?? 0)
}
