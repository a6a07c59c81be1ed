import { describe, expect, it } from 'vitest'
import { findTactic } from './find-tactic'
import { findTechnique } from './find-technique'
import { PREVIOUS_TECHNIQUES, REPLACEMENTS, TACTICS, TECHNIQUES } from './release'
import { resolveTechnique } from './resolve-technique'

describe('resolveTechnique', () => {
  it('follows a retired id to its successor and says why', () => {
    expect(resolveTechnique('t1070.001')).toMatchObject({
      id: 'T1070.001',
      currentId: 'T1685.005',
      name: 'Clear Windows Event Logs',
      state: 'replaced',
      reason:
        'ATT&CK 19.1 no longer has T1070.001; T1685.005 (Clear Windows Event Logs) takes its place.',
    })
  })

  it('follows an id over two releases', () => {
    expect(resolveTechnique('T1089')).toMatchObject({ currentId: 'T1685', state: 'replaced' })
  })

  it('says so where a successor is known by name only', () => {
    expect(resolveTechnique('T1562.009').reason).toContain('by its name, T1688')
  })

  it('keeps the name of a technique that was withdrawn', () => {
    expect(resolveTechnique('T1064')).toMatchObject({ name: 'Scripting', state: 'withdrawn' })
  })

  it('keeps an id that ATT&CK never had', () => {
    expect(resolveTechnique('T9999.001')).toMatchObject({
      id: 'T9999.001',
      currentId: 'T9999.001',
      name: null,
      state: 'unknown',
      reason: 'ATT&CK 19.1 has no technique T9999.001.',
    })
  })

  it('finds a way to the current release for every technique of the one before', () => {
    const lost = PREVIOUS_TECHNIQUES.map((each) => resolveTechnique(each.id)).filter(
      (each) => each.state === 'unknown' || each.state === 'withdrawn',
    )
    expect(lost).toEqual([])
  })
})

describe('the pinned release', () => {
  it('has 15 tactics and names only these', () => {
    expect(TACTICS).toHaveLength(15)
    const named = new Set(TECHNIQUES.flatMap((each) => each.tactics))
    expect([...named].filter((name) => findTactic(name) === null)).toEqual([])
    expect(named.size).toBe(15)
  })

  it('has each id once, and every parent', () => {
    expect(new Set(TECHNIQUES.map((each) => each.id)).size).toBe(TECHNIQUES.length)
    const orphans = TECHNIQUES.filter(
      (each) => each.parent !== null && findTechnique(each.parent) === null,
    )
    expect(orphans).toEqual([])
  })

  it('replaces no id that it still has', () => {
    expect(REPLACEMENTS.filter((row) => findTechnique(row.from) !== null)).toEqual([])
  })
})
