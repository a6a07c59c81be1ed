import type { Segment } from '@/components/coverage/coverage-bar'
import type { CoverageMenuView } from '@/components/coverage/coverage-menu'
import { targetName } from '@/components/ui/target'
import { CURRENT_RELEASE, RELEASES } from '@/lib/attack/releases'
import {
  COVERAGE_FILTERS,
  type CoverageFilterName,
  type CoverageQuery,
  coverageValues,
  EMPTY_COVERAGE,
  printCoverageQuery,
  toggleCoverage,
} from './coverage-query'

const TITLES: Readonly<Record<CoverageFilterName, { title: string; note: string }>> = {
  platform: {
    title: 'Platform',
    note: 'Shows the techniques that ATT&CK lists for one of these platforms. It says nothing about the rules.',
  },
  target: {
    title: 'Target',
    note: 'Counts only rules that compile to a query for one of these targets. Compiled is neither proved nor complete: each rule’s page names what its query leaves out.',
  },
  level: { title: 'Level', note: 'Counts only rules of these levels, as their authors set them.' },
}

export function drawMenus(query: CoverageQuery): readonly CoverageMenuView[] {
  return COVERAGE_FILTERS.map((name) => ({
    name,
    ...TITLES[name],
    options: coverageValues(name, query.release).map((value) => ({
      value,
      label: name === 'target' ? targetName(value) : value,
      isChosen: query[name].includes(value),
      href: printCoverageQuery(toggleCoverage(query, name, value)),
    })),
  }))
}

export function drawReleases(query: CoverageQuery): readonly Segment[] {
  return RELEASES.map((release) => ({
    label: release === CURRENT_RELEASE ? `ATT&CK ${release.version}` : release.version,
    href: printCoverageQuery({
      ...query,
      release,
      // The other release may not have every platform.
      platform: query.platform.filter((each) => coverageValues('platform', release).includes(each)),
    }),
    isCurrent: release === query.release,
  }))
}

export function drawViews(query: CoverageQuery): readonly Segment[] {
  return (['matrix', 'table'] as const).map((view) => ({
    label: view === 'matrix' ? 'Matrix' : 'Table',
    href: printCoverageQuery({ ...query, view }),
    isCurrent: view === query.view,
  }))
}

/** The map without its filters; null where none is in force. */
export function clearHref(query: CoverageQuery): string | null {
  if (COVERAGE_FILTERS.every((name) => query[name].length === 0)) return null
  const { release, view, isUnfolded } = query
  return printCoverageQuery({ ...EMPTY_COVERAGE, release, view, isUnfolded })
}

export function drawFold(query: CoverageQuery) {
  if (query.view === 'table') return null
  return {
    label: query.isUnfolded ? 'Fold sub-techniques' : 'Unfold sub-techniques',
    href: printCoverageQuery({ ...query, isUnfolded: !query.isUnfolded }),
  }
}
