import { TECHNIQUES, type Technique } from './release'

const byId = new Map(TECHNIQUES.map((technique) => [technique.id, technique]))

/** The technique with this id in the current release, or null; the case of the id does not matter. */
export function findTechnique(id: string): Technique | null {
  return byId.get(id.toUpperCase()) ?? null
}
