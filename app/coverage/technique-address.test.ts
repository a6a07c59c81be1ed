import { describe, expect, it } from 'vitest'
import { CURRENT_RELEASE, PREVIOUS_RELEASE, RELEASES } from '@/lib/attack/releases'
import { KNOWN_IDS } from '@/lib/attack/tagged-ids'
import { explainArrival, readTechniqueAddress } from './technique-address'

const go = (written: string, version: string | null = null) => {
  const address = readTechniqueAddress(written, version)
  return address.kind === 'redirect' ? address.href : address.kind
}

describe('readTechniqueAddress', () => {
  it.each([
    ['T1048.003', null, 'page'],
    ['t1048.003', null, '/coverage/T1048.003'],
    ['t1562.001', null, '/coverage/T1685?from=T1562.001'],
    ['T1562.001', '18.1', 'page'],
    ['t1562.001', '18.1', '/coverage/T1562.001?version=18.1'],
    ['T1685', '18.1', '/coverage/T1562.001?version=18.1&from=T1685'],
    ['T1684', '18.1', '/coverage/T1684'],
    ['T1064', null, 'page'],
    ['T9999', null, 'unknown'],
    ['T1048.999', null, 'unknown'],
    ['TA0010', null, 'unknown'],
    ['__proto__', null, 'unknown'],
    ['T1048%2e003', null, 'unknown'],
    ['T1048', '<script>', 'page'],
  ])('%s of %s: %s', (written, version, expected) => {
    expect(go(written, version)).toBe(expected)
  })

  it('ends after one step, for every id that ATT&CK has or had', () => {
    for (const id of KNOWN_IDS) {
      for (const { version } of RELEASES) {
        const address = readTechniqueAddress(id, version)
        if (address.kind === 'page') continue
        const next = new URL(address.kind === 'redirect' ? address.href : '', 'http://x')
        const then = go(next.pathname.split('/').at(-1) ?? '', next.searchParams.get('version'))
        expect([id, version, then]).toEqual([id, version, 'page'])
      }
    }
  })
})

describe('explainArrival', () => {
  it('says what the facts say, and nothing of what an address claims', () => {
    expect(explainArrival('T1562.001', 'T1685', CURRENT_RELEASE)).toBe(
      'You came from T1562.001 (Disable or Modify Tools): ATT&CK 19.1 no longer has T1562.001; T1685 (Disable or Modify Tools) takes its place.',
    )
    expect(explainArrival('T1685', 'T1562.001', PREVIOUS_RELEASE)).toContain('does not have T1685')
    for (const from of ['', 'T1685', 'T1048', '<b>x', 'T9999']) {
      expect(explainArrival(from, 'T1685', CURRENT_RELEASE)).toBeNull()
    }
  })
})
