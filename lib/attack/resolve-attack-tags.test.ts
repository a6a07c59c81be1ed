import { describe, expect, it } from 'vitest'
import { resolveAttackTags } from './resolve-attack-tags'

const shortNames = (tags: string[]) => resolveAttackTags(tags).tactics.map((each) => each.shortName)

describe('resolveAttackTags', () => {
  it('names a technique, its parent and its tactics', () => {
    const { techniques, tactics } = resolveAttackTags(['attack.exfiltration', 'attack.t1048.003'])
    expect(techniques).toMatchObject([
      {
        id: 'T1048.003',
        currentId: 'T1048.003',
        name: 'Exfiltration Over Unencrypted Non-C2 Protocol',
        parent: { id: 'T1048', name: 'Exfiltration Over Alternative Protocol' },
        tactics: [{ id: 'TA0010', shortName: 'exfiltration', name: 'Exfiltration' }],
        state: 'current',
        reason: null,
      },
    ])
    expect(tactics).toMatchObject([{ id: 'TA0010', origin: 'tag', reason: null }])
  })

  it('orders tactics as the matrix does, whatever the order of the tags', () => {
    expect(shortNames(['attack.impact', 'attack.execution', 'attack.defense-impairment'])).toEqual([
      'execution',
      'defense-impairment',
      'impact',
    ])
  })

  it('lets the techniques say which half of Defense Evasion is meant', () => {
    expect(shortNames(['attack.defense-evasion', 'attack.t1562.001'])).toEqual([
      'defense-impairment',
    ])
    expect(shortNames(['attack.defense_evasion', 'attack.t1036'])).toEqual(['stealth'])
  })

  it('takes the half that kept the id where no technique decides', () => {
    const [tactic] = resolveAttackTags(['attack.defense-evasion']).tactics
    expect(tactic).toMatchObject({ shortName: 'stealth', id: 'TA0005', origin: 'translated' })
    expect(tactic?.reason).toContain('kept its id TA0005')
  })

  it('gives a rule without tactic tags the tactics of its techniques', () => {
    expect(resolveAttackTags(['attack.t1048.003']).tactics).toMatchObject([
      { shortName: 'exfiltration', origin: 'technique' },
    ])
  })

  it('names groups, software, campaigns and data sources', () => {
    const tags = ['attack.g0016', 'attack.s0002', 'attack.c0024', 'attack.ds0005', 'attack.g9999']
    expect(resolveAttackTags(tags)).toMatchObject({
      groups: [
        { id: 'G0016', name: 'APT29' },
        { id: 'G9999', name: null },
      ],
      software: [{ id: 'S0002', name: 'Mimikatz' }],
      campaigns: [{ id: 'C0024', name: 'SolarWinds Compromise' }],
      dataSources: [{ id: 'DS0005', name: 'WMI' }],
    })
  })

  it('keeps what is not ATT&CK, and what only looks like it', () => {
    const tags = [
      'cve.2021-44228',
      'cve.2020.10148',
      'detection.emerging-threats',
      'car.2016-04-004',
    ]
    expect(resolveAttackTags([...tags, 'attack.nonsense', 'attack.', 'loose'])).toMatchObject({
      cves: ['CVE-2021-44228', 'CVE-2020-10148'],
      detections: ['emerging-threats'],
      other: ['car.2016-04-004', 'loose'],
      unknown: ['attack.nonsense', 'attack.'],
    })
  })

  it('counts a tag once, however often and in whatever case it is written', () => {
    const { techniques, tactics } = resolveAttackTags([
      'attack.t1059.001',
      'ATTACK.T1059.001',
      'attack.execution',
      'attack.ta0002',
    ])
    expect(techniques).toHaveLength(1)
    expect(tactics).toHaveLength(1)
  })
})
