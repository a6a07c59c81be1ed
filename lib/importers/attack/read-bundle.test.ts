import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportError } from '../import-error'
import { bundleText, OBJECTS, stix } from './fixtures'
import { readBundle } from './read-bundle'
import { readJsonFile } from './read-json-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rule-atlas-attack-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(content: string | Uint8Array, name = 'bundle.json'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    expect(error.message).not.toMatch(/[\n\r]/)
    return error.message.replaceAll(folder, '')
  }
  throw new Error('It was read.')
}

describe('readBundle', () => {
  it('keeps what is in force, with ATT&CK’s ids', () => {
    const { objects, ...bundle } = readBundle(file(bundleText()))
    expect(bundle).toEqual({
      version: '18.1',
      origin: 'bundle.json',
      notice:
        '© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
      retired: 2,
      relations: [
        { sourceId: 'DET0001', kind: 'contains', targetId: 'AN0001', description: null },
        { sourceId: 'DET0001', kind: 'detects', targetId: 'T1562.001', description: null },
        { sourceId: 'M1001', kind: 'mitigates', targetId: 'T1562.001', description: 'Keep it on.' },
        { sourceId: 'G0001', kind: 'uses', targetId: 'T1562.001', description: 'Said twice.' },
      ],
    })
    expect(objects.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'T1562.001 technique',
      'AN0001 analytic',
      'DET0001 detection-strategy',
      'M1001 mitigation',
      'G0001 group',
      'S0001 software',
    ])
    expect(objects[0]).toEqual({
      ...{ id: 'T1562.001', kind: 'technique', name: 'Name of T1562.001' },
      url: 'https://attack.mitre.org/x/T1562.001',
      description:
        'Adversaries may stop [a tool](https://example.com).(Citation: Someone)\n\nOften.',
      details: { platforms: ['Windows', 'Linux'], tactics: ['defense-evasion'] },
    })
    expect(objects[1]?.details.logSources).toEqual([
      { name: 'WinEventLog:Sysmon', channel: 'EventCode=1', component: 'Process Creation' },
      { name: 'other', channel: null, component: null },
    ])
    expect(objects[4]?.details).toEqual({ aliases: ['Another'] })
    expect(objects[5]?.url).toBe('https://attack.mitre.org/software/S0001/')
  })

  it('reads gzip by its bytes, whatever the name', () => {
    const path = file(gzipSync(bundleText()), 'odd.json')
    expect(readBundle(path)).toMatchObject({ version: '18.1' })
    expect(readBundle(file(`\ufeff${bundleText()}`)).objects).toHaveLength(6)
  })

  it('leaves out objects of no shape', () => {
    const odd = [null, 7, 'x', [], {}, { type: 'tool' }, { type: '__proto__', id: 'x' }]
    const wrong = [
      stix('tool', 'T1001'),
      stix('attack-pattern', "T1001'; --"),
      stix('campaign', 'C0001', { name: 5 }),
      stix('campaign', 'C0002', { external_references: 'none' }),
    ]
    expect(readBundle(file(bundleText([...odd, ...wrong, ...OBJECTS]))).objects).toHaveLength(6)
  })

  it('knows a bundle without a collection by its name or by what is said', () => {
    const text = bundleText(OBJECTS.slice(1))
    const named = file(text, 'enterprise-attack-17.0.json.gz')
    expect(readBundle(named).version).toBe('17.0')
    expect(readBundle(file(text), '16.1').version).toBe('16.1')
    expect(refusal(() => readBundle(file(text)))).toContain('names no version of ATT&CK')
    expect(refusal(() => readBundle(file(bundleText()), '17.1'))).toBe(
      '"/bundle.json" is ATT&CK 18.1, not 17.1.',
    )
  })

  it.each([
    ['', 'is not valid JSON'],
    ['{"type": "bundle", "objects": [', 'is not valid JSON'],
    ['['.repeat(200_000), 'is not valid JSON'],
    ['null', 'not a STIX bundle'],
    ['[]', 'not a STIX bundle'],
    ['{"type": "report", "objects": []}', 'not a STIX bundle'],
    ['{"type": "bundle", "objects": {}}', 'not a STIX bundle'],
    ['{"type": "bundle", "objects": []}', 'names no version'],
    [bundleText(OBJECTS.slice(0, 2)), 'without a technique'],
    [
      bundleText([stix('attack-pattern', 'T1400', { x_mitre_domains: ['mobile-attack'] })]),
      'holds mobile-attack',
    ],
    [
      bundleText([stix('attack-pattern', 'T1059', { description: 'x'.repeat(65_537) })]),
      'has 65537 characters',
    ],
    [gzipSync(bundleText()).subarray(0, 90), 'cannot be unpacked'],
    [Uint8Array.of(0x1f, 0x8b, 8, 1, 2, 3), 'cannot be unpacked'],
  ])('refuses %j', (content, reason) => {
    expect(refusal(() => readBundle(file(content)))).toContain(reason)
  })

  it('refuses what is no file', () => {
    expect(refusal(() => readBundle(join(folder, 'gone')))).toBe('There is no file "/gone".')
    mkdirSync(join(folder, 'a'))
    expect(refusal(() => readBundle(join(folder, 'a')))).toContain('is not a file')
  })
})

describe('readJsonFile', () => {
  it('refuses what is too large, packed or not, before it is unpacked', () => {
    const limit = 1024 * 1024
    const large = `"${'x'.repeat(limit)}"`
    expect(refusal(() => readJsonFile(file(large), limit))).toContain('more than 1 MB')
    expect(refusal(() => readJsonFile(file(gzipSync(large)), limit))).toContain('more than 1 MB')
    expect(readJsonFile(file(gzipSync('{"a": 1}')), limit)).toEqual({ a: 1 })
    const many = Buffer.alloc(21_000_000, '[')
    expect(refusal(() => readJsonFile(file(gzipSync(many))))).toContain('20 million values')
  })
})
