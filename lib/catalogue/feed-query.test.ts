import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_QUERY,
  type FeedQuery,
  FILTER_NAMES,
  LARGEST_LIMIT,
  parseFeedQuery,
  printFeedQuery,
} from './feed-query'

/** Parameters as Next hands them to a page. */
function paramsOf(address: string): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(address, 'http://x').searchParams) {
    const before = params[name]
    params[name] = before === undefined ? value : [before, value].flat()
  }
  return params
}

const reparse = (query: FeedQuery) => parseFeedQuery(paramsOf(printFeedQuery(query)))

const anyParams = fc.dictionary(
  fc.constantFrom(
    ...FILTER_NAMES,
    'q',
    'from',
    'to',
    'cursor',
    'limit',
    'more',
    'nonsense',
    '__proto__',
  ),
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `-${text}`),
      ),
    ),
    fc.constantFrom('2026-02-29', '2024-02-29', '10', '-1', '1e9', '99999999999'),
    fc.constant('after_2026-05-01_4_9976fa64-2804-423c-8a5b-646ade840773'),
  ),
)

describe('parseFeedQuery', () => {
  it('reads back what printFeedQuery printed, whatever it was made from', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const query = parseFeedQuery(params)
        expect(reparse(query)).toEqual(query)
      }),
      { numRuns: 500 },
    )
  })

  it('never hands on what Postgres would refuse', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const text = JSON.stringify(parseFeedQuery(params))
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      }),
    )
  })

  it('takes no parameter for the whole feed', () => {
    expect(parseFeedQuery({})).toEqual(EMPTY_QUERY)
    expect(printFeedQuery(EMPTY_QUERY)).toBe('/')
  })

  it('takes several values, exclusions and any case of ids', () => {
    const query = parseFeedQuery({
      level: ['High', 'critical', 'high'],
      tactic: '-Impact',
      technique: 't1048.003',
      product: ['windows', '-windows'],
    })
    expect(query.filters).toEqual({
      level: { include: ['critical', 'high'], exclude: [] },
      tactic: { include: [], exclude: ['impact'] },
      technique: { include: ['T1048.003'], exclude: [] },
      product: { include: [], exclude: ['windows'] },
    })
    expect(printFeedQuery(query)).toBe(
      '/?level=critical&level=high&tactic=-impact&technique=T1048.003&product=-windows',
    )
  })

  it('takes a tactic by any name that some release gives it', () => {
    const tactics = (tactic: string | string[]) => parseFeedQuery({ tactic }).filters.tactic
    expect(tactics('TA0010')).toEqual({ include: ['exfiltration'], exclude: [] })
    expect(tactics('-ta0005')).toEqual({ include: [], exclude: ['stealth'] })
    const both = { include: ['defense-impairment', 'stealth'], exclude: [] }
    expect(tactics('Defense_Evasion')).toEqual(both)
    expect(tactics(['defense-evasion', 'stealth'])).toEqual(both)
    expect(tactics('-defense-evasion')).toEqual({ include: [], exclude: both.include })
  })

  it('leaves out what is broken', () => {
    const broken = {
      from: '2026-02-30',
      to: 'yesterday',
      cursor: 'after_now',
      limit: '-5',
      level: '',
    }
    expect(parseFeedQuery(broken)).toEqual(EMPTY_QUERY)
    expect(parseFeedQuery({ level: '-' })).toEqual(EMPTY_QUERY)
    expect(parseFeedQuery({ limit: '100000' }).limit).toBe(LARGEST_LIMIT)
    expect(parseFeedQuery({ limit: '0' }).limit).toBe(1)
    expect(parseFeedQuery({ q: 'x'.repeat(9_999) }).q).toHaveLength(300)
  })
})
