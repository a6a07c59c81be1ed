import { describe, expect, it } from 'vitest'
import { parseFeedQuery, printFeedQuery } from './feed-query'
import { filterState, isFiltered, withFilter } from './toggle-filter'

const query = parseFeedQuery({
  level: ['high', '-low'],
  q: 'smtp',
  cursor: 'after_2026-05-01_4_9976fa64-2804-423c-8a5b-646ade840773',
})

describe('withFilter', () => {
  it('adds, moves and takes back, always from the first page', () => {
    const added = withFilter(query, 'level', 'critical', 'included')
    expect(printFeedQuery(added)).toBe('/?q=smtp&level=critical&level=high&level=-low')
    const moved = withFilter(added, 'level', 'high', 'excluded')
    expect(printFeedQuery(moved)).toBe('/?q=smtp&level=critical&level=-high&level=-low')
    const back = ['critical', 'high', 'low'].reduce(
      (from, value) => withFilter(from, 'level', value, 'off'),
      moved,
    )
    expect(back).toEqual(parseFeedQuery({ q: 'smtp' }))
  })

  it('leaves the query it was given alone', () => {
    withFilter(query, 'level', 'high', 'off')
    expect(filterState(query, 'level', 'high')).toBe('included')
    expect(filterState(query, 'level', 'low')).toBe('excluded')
    expect(filterState(query, 'tactic', 'impact')).toBe('off')
  })
})

describe('isFiltered', () => {
  it('does not take a page or its length for a filter', () => {
    expect(isFiltered(parseFeedQuery({ limit: '10' }))).toBe(false)
    expect(isFiltered(parseFeedQuery({ from: '2026-01-01' }))).toBe(true)
    expect(isFiltered(query)).toBe(true)
  })
})
