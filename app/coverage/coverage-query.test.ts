import { expect, it } from 'vitest'
import { PREVIOUS_RELEASE } from '@/lib/attack/releases'
import {
  EMPTY_COVERAGE,
  parseCoverageQuery,
  printCoverageQuery,
  toggleCoverage,
} from './coverage-query'

it('takes nothing for the whole map of the current release', () => {
  expect(parseCoverageQuery({})).toEqual(EMPTY_COVERAGE)
  expect(printCoverageQuery(EMPTY_COVERAGE)).toBe('/coverage')
})

it('reads repeated values in any case, and prints them in one order', () => {
  const query = parseCoverageQuery({
    version: '18.1',
    platform: ['MACOS', 'linux', 'linux'],
    target: 'asim',
    level: ['high', 'critical'],
    view: 'table',
    subs: 'open',
  })
  expect(query.release).toBe(PREVIOUS_RELEASE)
  expect(printCoverageQuery(query)).toBe(
    '/coverage?version=18.1&platform=Linux&platform=macOS&target=asim&level=critical&level=high&view=table&subs=open',
  )
})

it('leaves out what is unknown', () => {
  const odd = {
    version: '99',
    platform: 'Amiga',
    target: ['', '__proto__'],
    level: '-high',
    view: 'x',
  }
  expect(parseCoverageQuery(odd)).toEqual(EMPTY_COVERAGE)
})

it('adds a value and takes it back', () => {
  const one = toggleCoverage(EMPTY_COVERAGE, 'level', 'low')
  const two = toggleCoverage(one, 'level', 'high')
  expect(two.level).toEqual(['high', 'low'])
  expect(toggleCoverage(two, 'level', 'high')).toEqual(one)
})
