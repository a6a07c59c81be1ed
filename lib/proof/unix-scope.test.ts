import { describe, expect, it } from 'vitest'
import { compile } from '@/lib/compiler/compile'
import type { Target } from '@/lib/compiler/compiled-query'
import { parseRule } from '@/lib/sigma/parse-rule'
import { type Category, makeEvent } from './events-of-kind'
import { evaluateQuery } from './kql-evaluator/evaluate-query'
import { createDatabase, type RowSource } from './rows/create-database'

/** A rule of one system leaves the same event of another system alone, and says where it cannot. */

const CASES = [
  {
    category: 'process_creation',
    detection: "{ sel: { 'CommandLine|contains': evil.example }, condition: sel }",
    fields: {
      Image: '/usr/bin/curl',
      ParentImage: '/bin/sh',
      CommandLine: 'curl https://evil.example',
    },
    windows: { Image: 'C:\\Windows\\System32\\curl.exe', ParentImage: 'C:\\Windows\\cmd.exe' },
  },
  {
    category: 'file_event',
    detection: "{ sel: { 'TargetFilename|endswith': '.sh' }, condition: sel }",
    fields: { TargetFilename: '/tmp/a.sh', Image: '/usr/bin/curl' },
    windows: { TargetFilename: 'C:\\Temp\\a.sh', Image: 'C:\\Windows\\System32\\curl.exe' },
  },
  {
    category: 'network_connection',
    detection: '{ sel: { DestinationPort: 4444 }, condition: sel }',
    fields: {
      Image: '/usr/bin/curl',
      Initiated: 'true',
      DestinationPort: '4444',
      DestinationIp: '203.0.113.9',
    },
    windows: { Image: 'C:\\Windows\\System32\\curl.exe' },
  },
] as const satisfies readonly {
  category: Category
  detection: string
  fields: Readonly<Record<string, string>>
  windows: Readonly<Record<string, string>>
}[]

const SOURCES: readonly RowSource[] = [
  'defender',
  'sysmon-event',
  'sysmon-windows-event',
  'sysmon-linux',
  'defender-linux',
  'defender-macos',
]
const TARGETS_WITH_DEFENDER: readonly Target[] = ['defender-xdr', 'asim']

/** The sources of which a rule of this product finds the event. */
function foundIn(
  product: string,
  target: Target,
  { category, detection, fields, windows }: (typeof CASES)[number],
  known = true,
): readonly RowSource[] {
  const parsed = parseRule(
    `title: Scope\nlogsource: { product: ${product}, category: ${category} }\ndetection: ${detection}\n`,
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const { kql } = compile(parsed.document, target)
  if (kql === null) throw new Error(`${product} ${category} is refused on ${target}.`)
  const workspace = target === 'defender-xdr' ? 'defender' : 'sentinel'
  return SOURCES.filter((source) => {
    const isUnix = source.includes('linux') || source.includes('macos')
    const own = isUnix ? fields : { ...fields, ...windows }
    const event = makeEvent(category, own, isUnix ? 'linux' : 'windows')
    return evaluateQuery(kql, createDatabase(source, [event], workspace, known)).length > 0
  })
}

describe.each(CASES)('$category', (example) => {
  it.each(TARGETS_WITH_DEFENDER)('on %s', (target) => {
    const sysmon = target === 'asim' ? ['sysmon-linux'] : []
    expect(foundIn('linux', target, example)).toEqual([...sysmon, 'defender-linux'])
    expect(foundIn('macos', target, example)).toEqual(['defender-macos'])
  })

  it('on azure-monitor', () => {
    expect(foundIn('linux', 'azure-monitor', example)).toEqual(['sysmon-linux'])
  })

  it.each(TARGETS_WITH_DEFENDER)('misses nothing on %s where DeviceInfo is silent', (target) => {
    expect(foundIn('linux', target, example, false)).toContain('defender-linux')
    expect(foundIn('macos', target, example, false)).toContain('defender-macos')
    const windows = foundIn('linux', target, example, false).includes('defender')
    expect(windows).toBe(target === 'asim' && example.category === 'network_connection')
  })
})
