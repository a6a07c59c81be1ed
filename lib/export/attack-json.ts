import { attackUrl } from '@/lib/attack/attack-url'
import { ATTACK_VERSION } from '@/lib/attack/release'
import type { ResolvedTags } from '@/lib/attack/resolve-attack-tags'
import type { AttackContextView } from '@/lib/catalogue/attack-views'

/**
 * The techniques of `/rules/<id>.json`: ids, names and tactics of the release that ships with the
 * product, under `version`; MITRE's description only where a release was loaded, with that release.
 */
export function attackJson({ techniques }: ResolvedTags, context: AttackContextView) {
  const loaded = new Map(context.techniques.map((technique) => [technique.id, technique]))
  return techniques.map(({ id, currentId, name, tactics, platforms, reason }) => {
    const paragraphs = (loaded.get(currentId) ?? loaded.get(id))?.description ?? []
    return {
      id: currentId,
      taggedId: id,
      name,
      tactics: tactics.map(({ shortName }) => shortName),
      platforms,
      version: ATTACK_VERSION,
      url: name === null ? null : attackUrl(currentId),
      note: reason,
      ...(paragraphs.length === 0
        ? {}
        : {
            description: {
              text: paragraphs.join('\n\n'),
              origin: 'attack' as const,
              version: context.release,
            },
          }),
      origin: 'attack' as const,
    }
  })
}
