import names from '@/content/attack/names-18.1.json'

/** A group, campaign or piece of software, by the name that ATT&CK knows it under. */
export interface KnownName {
  readonly id: string
  readonly name: string
  /** ATT&CK calls software that defenders use too a tool. */
  readonly kind: 'malware' | 'tool' | 'group' | 'campaign'
}

const tools = new Set(names.tools)

/** All of the pinned release; names without a meaning of their own (C0010) are left out. */
export const KNOWN_NAMES: readonly KnownName[] = [
  ...names.software.map(
    ({ id, name }): KnownName => ({ id, name, kind: tools.has(id) ? 'tool' : 'malware' }),
  ),
  ...names.groups.map(({ id, name }): KnownName => ({ id, name, kind: 'group' })),
  ...names.campaigns
    .filter(({ id, name }) => id !== name)
    .map(({ id, name }): KnownName => ({ id, name, kind: 'campaign' })),
]

const byId = new Map(KNOWN_NAMES.map((known) => [known.id, known]))

/** What ATT&CK calls an id (`S0002`), or null; the case of the id does not matter. */
export function findKnownName(id: string): KnownName | null {
  return byId.get(id.toUpperCase()) ?? null
}
