import { REPLACEMENTS } from './release'

/** Whether a release, or a set of stored objects, has an id. */
export type HasId = (id: string) => boolean

/** The id that stands for another one. */
export interface Successor {
  readonly id: string
  /** Whether a step on the way is known by name or subject only, not out of a source. */
  readonly inferred: boolean
}

const next = new Map(REPLACEMENTS.map((row) => [row.from, row]))

/** Follows an id, over any number of releases, to the first that is there. Null where none is. */
export function findSuccessor(id: string, has: HasId): Successor | null {
  const seen = new Set<string>()
  let step: Successor = { id, inferred: false }
  while (!has(step.id)) {
    const row = next.get(step.id)
    if (row === undefined || seen.has(row.to)) return null
    seen.add(row.to)
    step = { id: row.to, inferred: step.inferred || row.basis.startsWith('inferred') }
  }
  return step
}

/**
 * The other way: what an id of a newer release was called before. Where several ids were merged
 * into it, only one of the same name is a fact; without one there is no answer.
 *
 * @param nameOf the name of an id in the release that has it, or null
 */
export function findPredecessor(
  id: string,
  has: HasId,
  nameOf: (id: string) => string | null,
): Successor | null {
  const rows = REPLACEMENTS.filter(({ from, to }) => to === id && has(from))
  const name = nameOf(id)
  const row = rows.length === 1 ? rows[0] : rows.find(({ from }) => nameOf(from) === name)
  return row === undefined ? null : { id: row.from, inferred: row.basis.startsWith('inferred') }
}
