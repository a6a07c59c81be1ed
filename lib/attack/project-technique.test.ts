import { describe, expect, it } from 'vitest'
import { expandTactic, renamedTactics } from './expand-tactic'
import { matrixOf } from './matrix'
import { projectTechnique } from './project-technique'
import { DEPRECATED, REPLACEMENTS } from './release'
import { CURRENT_RELEASE, findRelease, PREVIOUS_RELEASE, RELEASES } from './releases'
import { KNOWN_IDS, renamedIn, taggedIds } from './tagged-ids'

const standing = (id: string, version: string) => {
  const release = findRelease(version)
  if (release === null) throw new Error(`No release ${version}`)
  const { standing, technique } = projectTechnique(id, release)
  return `${standing} ${technique?.id ?? '-'}`
}

describe('projectTechnique', () => {
  it.each([
    ['T1562.001', '19.1', 'replaced T1685'],
    ['T1562.001', '18.1', 'same T1562.001'],
    ['T1685', '19.1', 'same T1685'],
    ['t1685', '18.1', 'earlier T1562.001'],
    ['T1685.005', '18.1', 'earlier T1070.001'],
    ['T1089', '18.1', 'replaced T1562.001'],
    ['T1089', '19.1', 'replaced T1685'],
    ['T1684', '18.1', 'absent -'],
    ['T1027.018', '18.1', 'absent -'],
    ['T1064', '18.1', 'withdrawn -'],
    ['T1064', '19.1', 'withdrawn -'],
    ['T9999', '18.1', 'unknown -'],
    ['constructor', '19.1', 'unknown -'],
  ])('puts %s of any release into %s: %s', (id, version, expected) => {
    expect(standing(id, version)).toBe(expected)
  })

  it.each(REPLACEMENTS.map(({ from }) => from))('finds %s in both releases', (id) => {
    for (const release of RELEASES) {
      const { technique, reason } = projectTechnique(id, release)
      expect(technique).not.toBeNull()
      expect(release.techniques.get(technique?.id ?? '')).toBe(technique)
      expect(technique?.id === id).toBe(reason === null)
    }
  })

  it.each(DEPRECATED)('keeps the name of $id, which was withdrawn', ({ id, name }) => {
    for (const release of RELEASES) {
      expect(projectTechnique(id, release)).toMatchObject({ standing: 'withdrawn', name })
    }
  })

  it('loses no technique between the releases: what has no place says so by name', () => {
    for (const release of RELEASES) {
      for (const other of RELEASES) {
        for (const { id, name } of other.techniques.values()) {
          const place = projectTechnique(id, release)
          if (place.technique !== null) continue
          expect(place).toMatchObject({ standing: 'absent', name })
          expect(place.reason).toContain(id)
        }
      }
    }
    const absent = [...CURRENT_RELEASE.techniques.keys()].filter(
      (id) => projectTechnique(id, PREVIOUS_RELEASE).technique === null,
    )
    expect(absent).toEqual([
      'T1027.018',
      'T1682',
      'T1683',
      'T1683.001',
      'T1683.002',
      'T1684',
      'T1686.003',
      'T1687',
    ])
  })
})

describe('matrixOf', () => {
  it.each([
    ['19.1', 15, 697],
    ['18.1', 14, 691],
  ])('has every technique of %s in each of its tactics', (version, tactics, techniques) => {
    const release = findRelease(version)
    const matrix = matrixOf(release ?? CURRENT_RELEASE)
    expect(matrix).toHaveLength(tactics)
    const placed = matrix.flatMap((column) =>
      column.techniques.flatMap((each) => [
        ...(each.isMember ? [`${each.id} ${column.shortName}`] : []),
        ...each.subTechniques.map(({ id }) => `${id} ${column.shortName}`),
      ]),
    )
    const expected = [...(release?.techniques.values() ?? [])].flatMap(({ id, tactics }) =>
      tactics.map((tactic) => `${id} ${tactic}`),
    )
    expect(placed.sort()).toEqual(expected.sort())
    expect(new Set(placed.map((each) => each.split(' ')[0])).size).toBe(techniques)
  })

  it('names the parent where only its sub-technique belongs to a tactic', () => {
    const column = matrixOf(CURRENT_RELEASE).find(({ id }) => id === 'TA0112')
    expect(column?.techniques.find(({ id }) => id === 'T1599')).toMatchObject({
      isMember: false,
      subTechniques: [{ id: 'T1599.001' }],
    })
  })
})

describe('taggedIds', () => {
  it('gathers what became a technique or one of its sub-techniques', () => {
    expect(taggedIds(['T1685']).also).toEqual(
      expect.arrayContaining(['T1562', 'T1562.001', 'T1070.001', 'T1089']),
    )
    expect(taggedIds(['T1070']).not).toEqual(['T1070.001', 'T1070.002'])
    expect(taggedIds(['T1070', 'T1070.001']).not).toEqual(['T1070.002'])
    expect(taggedIds(['T1562.001']).also).toContain('T1685')
    expect(taggedIds(['T9999', 'T1064'])).toEqual({ also: [], not: [] })
  })

  it('renames only what a release does not have', () => {
    for (const release of RELEASES) {
      const renamed = renamedIn(release)
      expect([...renamed.keys()].filter((id) => release.techniques.has(id))).toEqual([])
      expect([...renamed.values()].filter((id) => !release.techniques.has(id))).toEqual([])
    }
    expect(KNOWN_IDS).toHaveLength(new Set(KNOWN_IDS).size)
  })
})

describe('expandTactic', () => {
  it.each([
    ['TA0010', ['exfiltration']],
    ['Command_and_Control', ['command-and-control']],
    ['Lateral Movement', ['lateral-movement']],
    ['ta0005', ['stealth']],
    ['defense-evasion', ['stealth', 'defense-impairment']],
    ['Defense_Evasion', ['stealth', 'defense-impairment']],
    ['no such', ['no-such']],
    ['_odd', ['odd']],
  ])('takes %s for %j', (written, expected) => {
    expect(expandTactic(written)).toEqual(expected)
  })

  it('finds every tactic of the current release in the one before', () => {
    const renamed = renamedTactics(PREVIOUS_RELEASE)
    const names = CURRENT_RELEASE.tactics.map(
      ({ shortName }) => renamed.get(shortName) ?? shortName,
    )
    expect([...new Set(names)]).toEqual(PREVIOUS_RELEASE.tactics.map(({ shortName }) => shortName))
    expect(renamedTactics(CURRENT_RELEASE).size).toBe(0)
  })
})
