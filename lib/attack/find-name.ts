import names from '@/content/attack/names-18.1.json'

/** Kinds of ATT&CK objects, besides techniques and tactics, that rules are tagged with. */
export type NamedKind = 'groups' | 'software' | 'campaigns' | 'dataSources'

export interface NamedObject {
  /** Upper-case: `G0016`. */
  readonly id: string
  /** Null where the pinned release does not know the id. */
  readonly name: string | null
}

const PREFIXES: readonly { readonly prefix: RegExp; readonly kind: NamedKind }[] = [
  { prefix: /^g\d{4}$/i, kind: 'groups' },
  { prefix: /^s\d{4}$/i, kind: 'software' },
  { prefix: /^c\d{4}$/i, kind: 'campaigns' },
  { prefix: /^ds\d{4}$/i, kind: 'dataSources' },
]

const index = new Map(
  [names.groups, names.software, names.campaigns, names.dataSources]
    .flat()
    .map((object) => [object.id, object.name]),
)

/** Names a group, software, campaign or data source; null where the text is no such id. */
export function findName(id: string): (NamedObject & { readonly kind: NamedKind }) | null {
  const match = PREFIXES.find(({ prefix }) => prefix.test(id))
  if (match === undefined) return null
  const upper = id.toUpperCase()
  return { id: upper, name: index.get(upper) ?? null, kind: match.kind }
}
