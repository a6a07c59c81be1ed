import type { BundleRelation } from './attack-bundle'
import type { StixObject } from './stix-object'

const KINDS = ['detects', 'mitigates', 'uses'] as const

/**
 * What the objects of a bundle are to each other, each relation once. One with an end that is
 * retired or not stored is left out.
 *
 * @param byRef ATT&CK's id by STIX id, of the stored objects
 */
export function readRelations(
  stix: readonly StixObject[],
  byRef: ReadonlyMap<string, string>,
): BundleRelation[] {
  const relations = new Map<string, BundleRelation>()
  const add = (
    source: string | undefined,
    kind: BundleRelation['kind'],
    target: string | undefined,
    description: string | null,
  ) => {
    const sourceId = byRef.get(source ?? '')
    const targetId = byRef.get(target ?? '')
    if (sourceId === undefined || targetId === undefined) return
    relations.set(`${sourceId} ${kind} ${targetId}`, { sourceId, kind, targetId, description })
  }
  for (const each of stix) {
    for (const analytic of each.x_mitre_analytic_refs ?? []) {
      add(each.id, 'contains', analytic, null)
    }
    const kind = KINDS.find((name) => name === each.relationship_type)
    const isRetired = each.revoked === true || each.x_mitre_deprecated === true
    if (each.type === 'relationship' && kind !== undefined && !isRetired) {
      add(each.source_ref, kind, each.target_ref, each.description?.trim() || null)
    }
  }
  return [...relations.values()]
}
