import type { Tactic, Technique } from './release'
import type { Release } from './releases'

/** One column of the matrix. */
export interface MatrixTactic extends Tactic {
  /** By name, as MITRE's own matrix has them. */
  readonly techniques: readonly MatrixTechnique[]
}

/** A technique in the column of one tactic. */
export interface MatrixTechnique extends Technique {
  /** False where only some of its sub-techniques belong to the column's tactic. */
  readonly isMember: boolean
  /** Those that belong to the column's tactic, by id. */
  readonly subTechniques: readonly Technique[]
}

/** The matrix of a release: its tactics in order, each with its techniques and their sub-techniques. */
export function matrixOf({ tactics, techniques }: Release): readonly MatrixTactic[] {
  const all = [...techniques.values()]
  return tactics.map((tactic) => {
    const members = all.filter((technique) => technique.tactics.includes(tactic.shortName))
    const ids = new Set(members.map(({ id, parent }) => parent ?? id))
    const column = all
      .filter(({ id }) => ids.has(id))
      .map((technique) => ({
        ...technique,
        isMember: technique.tactics.includes(tactic.shortName),
        subTechniques: members.filter(({ parent }) => parent === technique.id).sort(byId),
      }))
    return { ...tactic, techniques: column.sort(byName) }
  })
}

const byId = (a: Technique, b: Technique) => (a.id < b.id ? -1 : 1)
const byName = (a: Technique, b: Technique) => a.name.localeCompare(b.name, 'en')
