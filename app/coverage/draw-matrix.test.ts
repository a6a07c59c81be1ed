import { describe, expect, it } from 'vitest'
import type { Coverage } from '@/lib/catalogue/coverage-views'
import { EMPTY_COVERAGE, parseCoverageQuery } from './coverage-query'
import { drawMatrix, drawRows } from './draw-matrix'
import { drawOtherTags } from './draw-other-tags'

const COVERAGE: Coverage = {
  rules: 60,
  untagged: 1,
  techniques: new Map([
    ['T1048', 1],
    ['T1048.003', 4],
    ['T1599.001', 50],
  ]),
  families: new Map([
    ['T1048', 5],
    ['T1599', 50],
  ]),
  tactics: new Map([['exfiltration', 7]]),
  tags: new Map([
    ['T1048', 1],
    ['T1562.001', 2],
    ['T9999', 3],
  ]),
}

const column = (id: string, params = {}) =>
  drawMatrix(COVERAGE, parseCoverageQuery(params)).find((each) => each.id === id)

describe('drawMatrix', () => {
  it('counts a technique with its sub-techniques, and colours by number', () => {
    const exfiltration = column('TA0010')
    expect(exfiltration).toMatchObject({
      rules: 7,
      named: 2,
      known: 19,
      href: '/?tactic=exfiltration',
    })
    const technique = exfiltration?.techniques.find(({ id }) => id === 'T1048')
    expect(technique).toMatchObject({ rules: 5, heat: 3, href: '/coverage/T1048' })
    expect(technique?.subTechniques.map(({ rules, heat }) => [rules, heat])).toEqual([
      [0, 0],
      [0, 0],
      [4, 2],
    ])
  })

  it('counts no parent that belongs to another tactic', () => {
    const stealth = column('TA0005')?.techniques.find(({ id }) => id === 'T1599')
    expect(stealth).toMatchObject({ isMember: true, subTechniques: [], rules: 50, heat: 5 })
    const impairment = column('TA0112')
    const guest = impairment?.techniques.find(({ id }) => id === 'T1599')
    expect(guest).toMatchObject({ isMember: false, subTechniques: [{ id: 'T1599.001' }] })
    expect(impairment?.named).toBe(1)
  })

  it('shows the techniques of the platforms that are asked for, and what is above them', () => {
    const all = drawRows(COVERAGE, EMPTY_COVERAGE)
    expect(all).toHaveLength(697)
    const network = drawRows(COVERAGE, parseCoverageQuery({ platform: 'network devices' }))
    expect(network.length).toBeLessThan(all.length)
    expect(network.every(({ platforms }) => platforms.includes('Network Devices'))).toBe(true)
    const both = parseCoverageQuery({ platform: ['Network Devices', 'ESXi'] })
    expect(drawRows(COVERAGE, both).length).toBeGreaterThan(network.length)
  })

  it('leads to the feed and to pages with the filters and the release of the map', () => {
    const exfiltration = column('TA0010', {
      version: '18.1',
      level: ['high', 'low'],
      target: 'asim',
    })
    expect(exfiltration?.href).toBe('/?level=high&level=low&tactic=exfiltration&target=asim')
    expect(exfiltration?.techniques[0]?.href).toMatch(/^\/coverage\/T\d{4}\?version=18\.1$/)
  })
})

describe('drawOtherTags', () => {
  it('lists every tag that the release does not have, with what counts for it', () => {
    expect(drawOtherTags(COVERAGE, EMPTY_COVERAGE)).toMatchObject([
      { id: 'T1562.001', rules: 2, place: { id: 'T1685' }, href: '/?tag=attack.t1562.001' },
      { id: 'T9999', rules: 3, place: null, name: null },
    ])
  })
})
