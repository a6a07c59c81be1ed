import type { ActiveFilter, Facet, FacetOption } from '@/components/feed/facet'
import { targetName } from '@/components/ui/target'
import { findTactic } from '@/lib/attack/find-tactic'
import { TACTICS } from '@/lib/attack/release'
import {
  type FeedQuery,
  FILTER_NAMES,
  type FilterName,
  printFeedQuery,
} from '@/lib/catalogue/feed-query'
import type { FacetName, Facets } from '@/lib/catalogue/get-facets'
import { filterState, withFilter } from '@/lib/catalogue/toggle-filter'
import type { FacetValue } from '@/lib/catalogue/views'

const TITLES: readonly (readonly [FacetName, string])[] = [
  ['level', 'Level'],
  ['tactic', 'Tactic'],
  ['target', 'Has KQL for'],
  ['product', 'Product'],
  ['category', 'Category'],
  ['tag', 'Tag'],
  ['source', 'Source'],
]

/** Values with an order of their own: they are shown in it, also those that no rule has. */
const ORDERS: { readonly [Name in FacetName]?: readonly string[] } = {
  level: ['critical', 'high', 'medium', 'low', 'informational'],
  tactic: TACTICS.map((tactic) => tactic.shortName),
  target: ['defender-xdr', 'asim', 'azure-monitor'],
}

/** Values that are listed at first: as many as there are tactics. */
const SHOWN = 15

/**
 * Facets with their labels and with the addresses that choosing each value leads to; of what the
 * whole catalogue has no value for, none.
 */
export function drawFacets(facets: Facets, query: FeedQuery): readonly Facet[] {
  return TITLES.filter(([name]) => inOrder(name, facets[name]).length > 0).map(([name, title]) => {
    const options = inOrder(name, facets[name]).map((counted) => drawOption(counted, name, query))
    const isWhole = query.more.includes(name)
    const values = isWhole
      ? options
      : options.filter(({ state }, index) => index < SHOWN || state !== 'off')
    const more = isWhole ? query.more.filter((each) => each !== name) : [...query.more, name]
    const rest = { count: options.length - values.length, href: printFeedQuery({ ...query, more }) }
    return { name, title, values, rest: options.length > SHOWN ? rest : null }
  })
}

function drawOption({ value, count }: FacetValue, name: FacetName, query: FeedQuery): FacetOption {
  const state = filterState(query, name, value)
  return {
    value,
    count,
    state,
    label: labelOf(name, value),
    toggleHref: hrefTo(query, name, value, state === 'off' ? 'included' : 'off'),
    excludeHref: hrefTo(query, name, value, 'excluded'),
  }
}

/** Everything that narrows the feed, in words, each with the address without it. */
export function drawActiveFilters(query: FeedQuery): readonly ActiveFilter[] {
  const active: ActiveFilter[] = []
  const withOther = (change: Partial<FeedQuery>) =>
    printFeedQuery({ ...query, ...change, cursor: null })
  if (query.q !== '') active.push({ label: `“${query.q}”`, href: withOther({ q: '' }) })
  for (const name of FILTER_NAMES) {
    const { include = [], exclude = [] } = query.filters[name] ?? {}
    for (const value of include) {
      const label = `${name}: ${labelOf(name, value)}`
      active.push({ label, href: hrefTo(query, name, value, 'off') })
    }
    for (const value of exclude) {
      const label = `not ${name}: ${labelOf(name, value)}`
      active.push({ label, href: hrefTo(query, name, value, 'off') })
    }
  }
  if (query.from !== null)
    active.push({ label: `from ${query.from}`, href: withOther({ from: null }) })
  if (query.to !== null) active.push({ label: `to ${query.to}`, href: withOther({ to: null }) })
  return active
}

/** The feed narrowed to one value. */
export function hrefTo(
  query: FeedQuery,
  name: FilterName,
  value: string,
  state: 'included' | 'excluded' | 'off',
): string {
  return printFeedQuery(withFilter(query, name, value, state))
}

function inOrder(name: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  const order = ORDERS[name]
  if (order === undefined) return values
  const counts = new Map(values.map(({ value, count }) => [value, count]))
  const known = order.map((value) => ({ value, count: counts.get(value) ?? 0 }))
  return [...known, ...values.filter(({ value }) => !order.includes(value))]
}

function labelOf(name: FilterName, value: string): string {
  if (name === 'tactic') return findTactic(value)?.name ?? value
  if (name === 'target') return targetName(value)
  return value
}
