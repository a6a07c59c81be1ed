import { describe, expect, it } from 'vitest'
import { hypothesisOfLogsource } from './unenriched'

const nothing = { product: null, category: null, service: null, techniques: [], tactics: [] }

describe('hypothesisOfLogsource', () => {
  it('says what is used, what for, and where it shows', () => {
    expect(
      hypothesisOfLogsource({
        ...nothing,
        product: 'windows',
        category: 'network_connection',
        techniques: [
          { id: 'T1048.003', name: 'Exfiltration Over Unencrypted Non-C2 Protocol' },
          { id: 'T9999', name: null },
        ],
        tactics: ['Exfiltration', 'Impact'],
      }),
    ).toBe(
      'If an attacker uses Exfiltration Over Unencrypted Non-C2 Protocol (T1048.003) or T9999 ' +
        'for Exfiltration and Impact, the network connections that processes open on Windows ' +
        'show the traces that this rule describes.',
    )
  })

  it('is a whole sentence whatever is missing', () => {
    expect(hypothesisOfLogsource(nothing)).toBe(
      'If what this rule describes has happened, the events show it.',
    )
    expect(
      hypothesisOfLogsource({ ...nothing, tactics: ['Impact'], product: 'zeek', service: 'dns' }),
    ).toBe(
      'If an attacker uses a technique for Impact, the “dns” events on “zeek” show the traces ' +
        'that this rule describes.',
    )
  })

  it('is not fooled by names of object members', () => {
    expect(
      hypothesisOfLogsource({ ...nothing, category: 'constructor', product: '__proto__' }),
    ).toContain('the “constructor” events on “__proto__”')
  })
})
