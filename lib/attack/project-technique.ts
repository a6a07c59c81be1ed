import { findPredecessor, findSuccessor } from './follow-replacements'
import { DEPRECATED, type Technique } from './release'
import { RELEASES, type Release } from './releases'

/**
 * Where an id of any release stands in one of them: `same`; `replaced` by a newer id; `earlier`,
 * under the id that the asked one took the place of; `absent` where another release has it and this
 * one nothing for it; `withdrawn` by MITRE without a successor; `unknown` to every release.
 */
export type Standing = 'same' | 'replaced' | 'earlier' | 'absent' | 'withdrawn' | 'unknown'

export interface Projection {
  /** As asked, upper-case. */
  readonly id: string
  readonly standing: Standing
  /** What it counts for in the release; null where it is `absent`, `withdrawn` or `unknown`. */
  readonly technique: Technique | null
  /** Its name in the release, else in the newest that has it; null where `unknown`. */
  readonly name: string | null
  /** A sentence for a reader; null where the id is the `same`. */
  readonly reason: string | null
}

const deprecated = new Map(DEPRECATED.map(({ id, name }) => [id, name]))

/** Finds the place of a technique id in a release. Never fails. */
export function projectTechnique(taggedId: string, release: Release): Projection {
  const id = taggedId.toUpperCase()
  const has = (each: string) => release.techniques.has(each)
  const successor = findSuccessor(id, has)
  const found = successor ?? findPredecessor(id, has, nameOf)
  const technique = found === null ? null : (release.techniques.get(found.id) ?? null)
  if (found === null || technique === null) return withoutPlace(id, release)

  const { version } = release
  const standing = found.id === id ? 'same' : successor === null ? 'earlier' : 'replaced'
  const byName = found.inferred ? 'by its name, ' : ''
  const other = `${technique.id} (${technique.name})`
  const reason = {
    same: null,
    replaced: `ATT&CK ${version} no longer has ${id}; ${byName}${other} takes its place.`,
    earlier: `ATT&CK ${version} does not have ${id} yet; ${byName}it took the place of ${other}.`,
  }[standing]
  return { id, standing, technique, name: technique.name, reason }
}

/** The name of a technique in the newest release that has it, a withdrawn one's too; or null. */
export function nameOf(id: string): string | null {
  for (const { techniques } of RELEASES) {
    const technique = techniques.get(id)
    if (technique !== undefined) return technique.name
  }
  return deprecated.get(id) ?? null
}

function withoutPlace(id: string, { version }: Release): Projection {
  const base = { id, technique: null, name: nameOf(id) }
  const home = RELEASES.find(({ techniques }) => techniques.has(id))
  if (home !== undefined) {
    const reason = `ATT&CK ${version} does not have ${id} (${base.name}), which ${home.version} has, and nothing is known to stand for it.`
    return { ...base, standing: 'absent', reason }
  }
  return base.name === null
    ? { ...base, standing: 'unknown', reason: `ATT&CK ${version} has no technique ${id}.` }
    : {
        ...base,
        standing: 'withdrawn',
        reason: `MITRE withdrew ${id} (${base.name}) and named no successor.`,
      }
}
