import { findName, type NamedKind, type NamedObject } from './find-name'
import { isTacticName, type ResolvedTactic, resolveTactics } from './resolve-tactics'
import { type ResolvedTechnique, resolveTechnique } from './resolve-technique'

/** Every tag of a rule, sorted by what it speaks of. Each tag is in exactly one list. */
export interface ResolvedTags extends Readonly<Record<NamedKind, readonly NamedObject[]>> {
  readonly techniques: readonly ResolvedTechnique[]
  /** In matrix order. */
  readonly tactics: readonly ResolvedTactic[]
  /** `CVE-2021-44228` */
  readonly cves: readonly string[]
  /** What follows `detection.`: `emerging-threats`. */
  readonly detections: readonly string[]
  /** Tags of other namespaces, as written: `car.2016-04-004`, `tlp.clear`. */
  readonly other: readonly string[]
  /** Tags in the namespace `attack` that name nothing of ATT&CK, as written. */
  readonly unknown: readonly string[]
}

const TECHNIQUE_ID = /^t\d{4}(\.\d{3})?$/i
// Both ways in which rules write it: cve.2021-44228, and cve.2021.44228 in older ones.
const CVE = /^(\d{4})[.-](\d{4,})$/

/**
 * Says what a rule's tags mean in the current ATT&CK release. Namespaces are those of the Sigma
 * specification's tag appendix. Never fails and loses nothing: see `other` and `unknown`.
 */
export function resolveAttackTags(tags: readonly string[]): ResolvedTags {
  const techniqueIds = new Set<string>()
  const tacticNames = new Set<string>()
  const named = {
    groups: new Map<string, NamedObject>(),
    software: new Map<string, NamedObject>(),
    campaigns: new Map<string, NamedObject>(),
    dataSources: new Map<string, NamedObject>(),
  } satisfies Record<NamedKind, Map<string, NamedObject>>
  const cves = new Set<string>()
  const detections = new Set<string>()
  const other = new Set<string>()
  const unknown = new Set<string>()

  for (const tag of tags) {
    const dot = tag.indexOf('.')
    const namespace = tag.slice(0, Math.max(dot, 0)).toLowerCase()
    const rest = tag.slice(dot + 1)
    const cve = namespace === 'cve' ? CVE.exec(rest) : null
    const object = namespace === 'attack' ? findName(rest) : null

    if (cve !== null) cves.add(`CVE-${cve[1]}-${cve[2]}`)
    else if (namespace === 'detection') detections.add(rest.toLowerCase())
    else if (namespace !== 'attack') other.add(tag)
    else if (TECHNIQUE_ID.test(rest)) techniqueIds.add(rest.toUpperCase())
    else if (isTacticName(rest)) tacticNames.add(rest)
    else if (object !== null)
      named[object.kind].set(object.id, { id: object.id, name: object.name })
    else unknown.add(tag)
  }

  const techniques = [...techniqueIds].map(resolveTechnique)
  return {
    techniques,
    tactics: resolveTactics([...tacticNames], techniques),
    groups: [...named.groups.values()],
    software: [...named.software.values()],
    campaigns: [...named.campaigns.values()],
    dataSources: [...named.dataSources.values()],
    cves: [...cves],
    detections: [...detections],
    other: [...other],
    unknown: [...unknown],
  }
}
