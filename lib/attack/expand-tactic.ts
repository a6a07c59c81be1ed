import { findTactic } from './find-tactic'
import { projectTechnique } from './project-technique'
import { TECHNIQUES } from './release'
import { CURRENT_RELEASE, PREVIOUS_RELEASE, type Release } from './releases'

/**
 * The current tactics, by short name, that a tactic of any release means: `TA0010`, `exfiltration`
 * and `Exfiltration` are one; `defense-evasion` is all that the current release made of it. A name
 * that no release has stays as it is.
 */
export function expandTactic(written: string): readonly string[] {
  const words = written
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-')
  // In an address, a dash in front excludes.
  const name = words.replace(/^-+/, '')
  const current = findTactic(name)
  if (current !== null) return [current.shortName]
  const heirs = HEIRS.get(name)
  return heirs ?? [name]
}

/** A tactic that is gone → the new ones that have its id, or techniques which were its own. */
const HEIRS = heirsOf(PREVIOUS_RELEASE)

function heirsOf(previous: Release): ReadonlyMap<string, readonly string[]> {
  const known = new Set(previous.tactics.map(({ shortName }) => shortName))
  const added = CURRENT_RELEASE.tactics.filter(({ shortName }) => !known.has(shortName))
  return new Map(
    previous.tactics
      .filter(({ shortName }) => findTactic(shortName) === null)
      .map((tactic) => {
        const heirs = added.filter(({ id, shortName }) => {
          const isSame = id === tactic.id
          return isSame || comesFrom(shortName, tactic.shortName)
        })
        return [tactic.shortName, heirs.map(({ shortName }) => shortName)]
      }),
  )
}

/** Whether a technique of the new tactic was one of the old tactic. */
function comesFrom(added: string, former: string): boolean {
  return TECHNIQUES.some(
    ({ id, tactics }) =>
      tactics.includes(added) &&
      projectTechnique(id, PREVIOUS_RELEASE).technique?.tactics.includes(former) === true,
  )
}

/** The current tactics that a release has under another name, with that name. */
export function renamedTactics(release: Release): ReadonlyMap<string, string> {
  const has = (name: string) => release.tactics.some(({ shortName }) => shortName === name)
  return new Map(
    [...HEIRS].flatMap(([former, heirs]) =>
      has(former) ? heirs.filter((heir) => !has(heir)).map((heir) => [heir, former]) : [],
    ),
  )
}
