import { hrefTo } from '@/app/feed-facets'
import type { OtherTag } from '@/components/coverage/coverage-map'
import { projectTechnique } from '@/lib/attack/project-technique'
import type { Coverage } from '@/lib/catalogue/coverage-views'
import type { CoverageQuery } from './coverage-query'
import { feedOf } from './draw-matrix'
import { techniqueHref } from './technique-address'

/** Every tag of the counted rules that is no id of the map's release, by id. */
export function drawOtherTags({ tags }: Coverage, query: CoverageQuery): readonly OtherTag[] {
  return [...tags]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([tag, rules]) => {
      const { id, technique, name, reason } = projectTechnique(tag, query.release)
      if (reason === null) return []
      const place =
        technique === null
          ? null
          : { id: technique.id, href: techniqueHref(technique.id, query.release) }
      // By tag, not by technique: the feed looks under every id that a technique had.
      const href = hrefTo(feedOf(query), 'tag', `attack.${id.toLowerCase()}`, 'included')
      return { id, name, href, rules, place, reason }
    })
}
