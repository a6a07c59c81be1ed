import { CURRENT_RELEASE, findRelease, type Release } from '@/lib/attack/releases'
import { TARGETS } from '@/lib/compiler/compiled-query'

/** Filters of the map, in the order of its address. Each may be repeated. */
export const COVERAGE_FILTERS = ['platform', 'target', 'level'] as const
export type CoverageFilterName = (typeof COVERAGE_FILTERS)[number]

const LEVELS = ['critical', 'high', 'medium', 'low', 'informational']

/** What a reader asked the map for. */
export interface CoverageQuery extends Readonly<Record<CoverageFilterName, readonly string[]>> {
  readonly release: Release
  readonly view: 'matrix' | 'table'
  /** Whether every technique's sub-techniques are unfolded. */
  readonly isUnfolded: boolean
}

export const EMPTY_COVERAGE: CoverageQuery = {
  release: CURRENT_RELEASE,
  view: 'matrix',
  isUnfolded: false,
  platform: [],
  target: [],
  level: [],
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads the map's parameters. Never fails: what is unknown or broken is left out. */
export function parseCoverageQuery(params: Params): CoverageQuery {
  const release = findRelease(all(params.version)[0] ?? '') ?? CURRENT_RELEASE
  const chosen = (name: CoverageFilterName) => {
    const written = new Set(all(params[name]).map((value) => value.trim().toLowerCase()))
    return coverageValues(name, release).filter((value) => written.has(value.toLowerCase()))
  }
  return {
    release,
    view: all(params.view)[0] === 'table' ? 'table' : 'matrix',
    isUnfolded: all(params.subs)[0] === 'open',
    platform: chosen('platform'),
    target: chosen('target'),
    level: chosen('level'),
  }
}

/** The address that asks for this: parameters in a fixed order, defaults left out. */
export function printCoverageQuery(query: CoverageQuery): string {
  const params = new URLSearchParams()
  if (query.release !== CURRENT_RELEASE) params.append('version', query.release.version)
  for (const name of COVERAGE_FILTERS) {
    for (const value of query[name]) params.append(name, value)
  }
  if (query.view === 'table') params.append('view', 'table')
  if (query.isUnfolded) params.append('subs', 'open')
  const text = params.toString()
  return text === '' ? '/coverage' : `/coverage?${text}`
}

/** Every value that a filter can have. */
export function coverageValues(name: CoverageFilterName, release: Release): readonly string[] {
  if (name === 'target') return TARGETS
  if (name === 'level') return LEVELS
  const platforms = [...release.techniques.values()].flatMap((technique) => technique.platforms)
  return [...new Set(platforms)].sort((a, b) => a.localeCompare(b, 'en'))
}

/** The same question with one value of a filter added, or taken back. */
export function toggleCoverage(
  query: CoverageQuery,
  name: CoverageFilterName,
  value: string,
): CoverageQuery {
  const has = query[name].includes(value)
  const values = coverageValues(name, query.release).filter((each) =>
    each === value ? !has : query[name].includes(each),
  )
  return { ...query, [name]: values }
}

function all(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
