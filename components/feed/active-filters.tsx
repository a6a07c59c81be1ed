import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { ActiveFilter } from './facet'

/** What narrows the feed, each with the way to take it back. */
export function ActiveFilters({ filters }: { readonly filters: readonly ActiveFilter[] }) {
  if (filters.length === 0) return null
  return (
    <div className="active-filters">
      {filters.map(({ label, href }) => (
        <Link key={href} className="chip" href={href} prefetch={false} scroll={false}>
          <span className="sr-only">Remove </span>
          <bdi>{label}</bdi>
          <Icon name="cross" />
        </Link>
      ))}
      <Link className="link text-xs" href="/" prefetch={false}>
        Clear all
      </Link>
    </div>
  )
}
