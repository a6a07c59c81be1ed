import { projectTechnique } from './project-technique'
import { DEPRECATED, REPLACEMENTS } from './release'
import { CURRENT_RELEASE, RELEASES, type Release } from './releases'

/** Every technique id that some release has or had. */
export const KNOWN_IDS: readonly string[] = [
  ...new Set([
    ...RELEASES.flatMap(({ techniques }) => [...techniques.keys()]),
    ...REPLACEMENTS.flatMap(({ from, to }) => [from, to]),
    ...DEPRECATED.map(({ id }) => id),
  ]),
].sort()

const renamed = new Map(RELEASES.map((release) => [release, findRenamed(release)]))

/** The known ids that a release has under another id, with that id. */
export function renamedIn(release: Release): ReadonlyMap<string, string> {
  return renamed.get(release) ?? findRenamed(release)
}

function findRenamed(release: Release): ReadonlyMap<string, string> {
  return new Map(
    KNOWN_IDS.flatMap((id) => {
      const { technique } = projectTechnique(id, release)
      return technique === null || technique.id === id ? [] : [[id, technique.id]]
    }),
  )
}

const currentNames = renamedIn(CURRENT_RELEASE)

/** Which tags mean some techniques, whatever release they were written in. */
export interface TaggedIds {
  /** Tags that mean one of them or a sub-technique of one, beside those that say so by their form. */
  readonly also: readonly string[]
  /** Tags that read like a sub-technique of one of them, and are another technique by now. */
  readonly not: readonly string[]
}

/**
 * What to look for in rules' tags where a reader asks for techniques. An id is taken as the newest
 * release that has it means it, so that the answer is what the coverage map counts.
 */
export function taggedIds(ids: readonly string[]): TaggedIds {
  const also = new Set<string>()
  const not = new Set<string>()
  for (const id of ids) {
    const release = RELEASES.find(({ techniques }) => techniques.has(id))
    if (release === undefined) continue
    for (const [tag, meant] of renamedIn(release)) {
      if (meant === id || parentOf(meant) === id) also.add(tag)
      else if (parentOf(tag) === id) not.add(tag)
    }
  }
  for (const id of [...also, ...ids]) not.delete(id)
  return { also: [...also].sort(), not: [...not].sort() }
}

/** All known ids that mean the same techniques as these do, in whatever release; unknown ones stay. */
export function sameTechniques(ids: readonly string[]): readonly string[] {
  const meant = new Set(ids.map((id) => currentNames.get(id) ?? id))
  const others = [...currentNames].filter(([, current]) => meant.has(current)).map(([id]) => id)
  return [...new Set([...meant, ...others])].sort()
}

/** `T1048` of `T1048.003`, and of `T1048`. */
export function parentOf(id: string): string {
  return id.slice(0, 5)
}
