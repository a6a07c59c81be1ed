import {
  ATTACK_VERSION,
  PREVIOUS_TACTICS,
  PREVIOUS_TECHNIQUES,
  PREVIOUS_VERSION,
  TACTICS,
  type Tactic,
  TECHNIQUES,
  type Technique,
} from './release'

/** The facts of one release of ATT&CK Enterprise. */
export interface Release {
  /** `19.1` */
  readonly version: string
  /** In the order of the matrix. */
  readonly tactics: readonly Tactic[]
  /** By id. */
  readonly techniques: ReadonlyMap<string, Technique>
}

const byId = (techniques: readonly Technique[]) =>
  new Map(techniques.map((technique) => [technique.id, technique]))

/** The release that pages show unless another one is asked for. */
export const CURRENT_RELEASE: Release = {
  version: ATTACK_VERSION,
  tactics: TACTICS,
  techniques: byId(TECHNIQUES),
}

export const PREVIOUS_RELEASE: Release = {
  version: PREVIOUS_VERSION,
  tactics: PREVIOUS_TACTICS,
  techniques: byId(PREVIOUS_TECHNIQUES),
}

/** Every release that there are facts of, newest first. */
export const RELEASES: readonly Release[] = [CURRENT_RELEASE, PREVIOUS_RELEASE]

/** The release of this version, or null. */
export function findRelease(version: string): Release | null {
  return RELEASES.find((release) => release.version === version) ?? null
}
