import type { AttackBundle, BundleKind } from '@/lib/importers/attack/attack-bundle'

/** Kinds in the order in which they are counted, one and many. */
const NAMES: readonly (readonly [BundleKind, one: string, many: string])[] = [
  ['tactic', 'tactic', 'tactics'],
  ['technique', 'technique', 'techniques'],
  ['detection-strategy', 'detection strategy', 'detection strategies'],
  ['analytic', 'analytic', 'analytics'],
  ['mitigation', 'mitigation', 'mitigations'],
  ['group', 'group', 'groups'],
  ['software', 'piece of software', 'pieces of software'],
  ['campaign', 'campaign', 'campaigns'],
]

const NUMBER = new Intl.NumberFormat('en')

/** What was loaded, in counts, and MITRE's notice. */
export function formatBundle({
  version,
  objects,
  relations,
  retired,
  notice,
}: AttackBundle): string {
  const counts = NAMES.map(([kind, one, many]) => {
    const count = objects.filter((each) => each.kind === kind).length
    return `${NUMBER.format(count)} ${count === 1 ? one : many}`
  })
  const left = retired === 0 ? '' : `; ${NUMBER.format(retired)} retired objects left out`
  return `ATT&CK ${version}: ${counts.join(', ')}, ${NUMBER.format(relations.length)} relations${left}.\n${notice}\n`
}
