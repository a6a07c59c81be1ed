import type { FeedQuery, FilterName, Selection } from './feed-query'

export type FilterState = 'included' | 'excluded' | 'off'

/** Whether a value of a filter is asked for, ruled out, or neither. */
export function filterState(query: FeedQuery, name: FilterName, value: string): FilterState {
  const selection = query.filters[name]
  if (selection?.include.includes(value)) return 'included'
  return selection?.exclude.includes(value) ? 'excluded' : 'off'
}

/** The same question with one value set so. It starts at the first page again. */
export function withFilter(
  query: FeedQuery,
  name: FilterName,
  value: string,
  state: FilterState,
): FeedQuery {
  const { [name]: before, ...others } = query.filters
  const without = (values: readonly string[] = []) => values.filter((each) => each !== value)
  const include = without(before?.include)
  const exclude = without(before?.exclude)
  if (state === 'included') include.push(value)
  if (state === 'excluded') exclude.push(value)
  const selection: Selection = { include: include.sort(), exclude: exclude.sort() }
  const empty = include.length === 0 && exclude.length === 0
  return { ...query, cursor: null, filters: empty ? others : { ...others, [name]: selection } }
}

/** Whether anything narrows the feed. */
export function isFiltered(query: FeedQuery): boolean {
  return (
    query.q !== '' ||
    query.from !== null ||
    query.to !== null ||
    Object.keys(query.filters).length > 0
  )
}
