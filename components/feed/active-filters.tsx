import { Icon } from '@/components/ui/icon'
import type { ActiveFilter } from './facet'

/** What narrows the feed, each with the way to take it back. */
export function ActiveFilters({ filters }: { readonly filters: readonly ActiveFilter[] }) {
  if (filters.length === 0) return null
  return (
    <div className="active-filters" data-keep-scroll>
      {filters.map(({ label, href }) => (
        <a key={href} className="chip" href={href}>
          <span className="sr-only">Remove </span>
          <bdi>{label}</bdi>
          <Icon name="cross" />
        </a>
      ))}
      <a className="link text-xs" href="/">
        Clear all
      </a>
    </div>
  )
}
