import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNetwork } from './ip-network'

describe('parseNetwork', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['192.168.1.1', '192.168.1.1/32'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['::1/128', '::1/128'],
    ['::/0', '::/0'],
    ['FE80:0000::/10', 'fe80::/10'],
    ['2001:db8:0:0:1:0:0:0/112', '2001:db8:0:0:1::/112'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8/128'],
    ['::ffff:10.0.0.0/104', '::ffff:a00:0/104'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128'],
  ])('%s is %s', (text, network) => {
    expect(parseNetwork(text)).toEqual({
      network,
      version: text.includes(':') ? 6 : 4,
      hasHostBits: false,
    })
  })

  test('clears bits behind the prefix and says so', () => {
    expect(parseNetwork('192.168.1.77/20')).toMatchObject({
      network: '192.168.0.0/20',
      hasHostBits: true,
    })
    expect(parseNetwork('fe80::1/10')).toMatchObject({ network: 'fe80::/10', hasHostBits: true })
  })

  test.each([
    '',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.256',
    '010.0.0.0/8',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0.0.*',
    '::1::/64',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    'fe80::/129',
    '::12345',
    '::1%eth0',
    '1.2.3.4::',
    'localhost',
  ])('%j is no network', (text) => {
    expect(parseNetwork(text)).toBeNull()
  })

  test('takes every address that Node takes, and its form is one that Node takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const parsed = parseNetwork(address)
        expect(parsed?.version).toBe(isIP(address))
        expect(isIP(parsed?.network.split('/')[0] ?? '')).toBe(parsed?.version)
        expect(parseNetwork(parsed?.network ?? '')).toEqual(parsed)
      }),
    )
  })
})
