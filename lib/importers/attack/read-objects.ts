import { attackUrl } from '@/lib/attack/attack-url'
import type { BundleKind, BundleObject, LogSource } from './attack-bundle'
import type { StixObject } from './stix-object'

interface Kind {
  readonly kind: BundleKind
  readonly id: RegExp
}

/** Which types are stored, as what, and the ids that MITRE gives them. */
const KINDS: Readonly<Record<string, Kind>> = {
  'attack-pattern': { kind: 'technique', id: /^T\d{4}(?:\.\d{3})?$/ },
  'x-mitre-tactic': { kind: 'tactic', id: /^TA\d{4}$/ },
  'x-mitre-detection-strategy': { kind: 'detection-strategy', id: /^DET\d{4,5}$/ },
  'x-mitre-analytic': { kind: 'analytic', id: /^AN\d{4,5}$/ },
  'course-of-action': { kind: 'mitigation', id: /^M\d{4}$/ },
  'intrusion-set': { kind: 'group', id: /^G\d{4}$/ },
  malware: { kind: 'software', id: /^S\d{4}$/ },
  tool: { kind: 'software', id: /^S\d{4}$/ },
  campaign: { kind: 'campaign', id: /^C\d{4}$/ },
}

export interface ReadObjects {
  readonly objects: readonly BundleObject[]
  /** ATT&CK's id by the STIX id that relations use. */
  readonly byRef: ReadonlyMap<string, string>
  readonly retired: number
}

/** The objects of a bundle that are in force, each ATT&CK id once. */
export function readObjects(stix: readonly StixObject[]): ReadObjects {
  const components = new Map(
    stix
      .filter(({ type }) => type === 'x-mitre-data-component')
      .map(({ id, name }) => [id, name ?? null]),
  )
  const objects = new Map<string, BundleObject>()
  const byRef = new Map<string, string>()
  let retired = 0
  for (const each of stix) {
    const kind = Object.hasOwn(KINDS, each.type) ? KINDS[each.type] : undefined
    if (kind === undefined) continue
    if (each.revoked === true || each.x_mitre_deprecated === true) retired++
    else {
      const object = toObject(each, kind, components)
      if (object === null) continue
      objects.set(object.id, object)
      byRef.set(each.id, object.id)
    }
  }
  return { objects: [...objects.values()], byRef, retired }
}

function toObject(
  stix: StixObject,
  { kind, id: pattern }: Kind,
  components: ReadonlyMap<string, string | null>,
): BundleObject | null {
  const reference = stix.external_references?.find(
    ({ source_name, external_id = '' }) =>
      source_name === 'mitre-attack' && pattern.test(external_id),
  )
  if (reference?.external_id === undefined || stix.name === undefined) return null
  const id = reference.external_id
  const url = reference.url?.startsWith('https://attack.mitre.org/') ? reference.url : attackUrl(id)
  const description = stix.description?.trim() || null
  return { id, kind, name: stix.name, description, url, details: detailsOf(stix, components) }
}

function detailsOf(
  stix: StixObject,
  components: ReadonlyMap<string, string | null>,
): BundleObject['details'] {
  const tactics = stix.kill_chain_phases
    ?.filter(({ kill_chain_name }) => kill_chain_name === 'mitre-attack')
    .map(({ phase_name }) => phase_name)
  const aliases = (stix.aliases ?? stix.x_mitre_aliases)?.filter((each) => each !== stix.name)
  const logSources = stix.x_mitre_log_source_references?.map(
    ({ name, channel, x_mitre_data_component_ref = '' }): LogSource => ({
      name,
      channel: channel?.trim() || null,
      component: components.get(x_mitre_data_component_ref) ?? null,
    }),
  )
  const isSoftware = stix.type === 'malware' || stix.type === 'tool'
  return {
    ...(stix.x_mitre_platforms && { platforms: stix.x_mitre_platforms }),
    ...(tactics && { tactics }),
    ...(aliases && { aliases }),
    ...(isSoftware && { type: stix.type }),
    ...(logSources && { logSources }),
  }
}
