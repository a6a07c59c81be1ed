import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '@/content/rules/starter-events'
import { compile } from '@/lib/compiler/compile'
import type { Target } from '@/lib/compiler/compiled-query'
import { parseRule } from '@/lib/sigma/parse-rule'
import { evaluateQuery } from './kql-evaluator/evaluate-query'
import { createDatabase, type RowSource } from './rows/create-database'
import { readRecordedEvents } from './rows/read-recorded-events'
import type { SysmonEvent } from './rows/sysmon-event'
import { TRAPS } from './traps'

/** What the compiler's queries find when they are run, on every way an event can reach them. */

const ROOT = path.join(import.meta.dirname, '../..')
const SIGMAHQ = path.join(ROOT, '../shared/data/sigma')
const STARTER = filesUnder(path.join(ROOT, 'content/rules'), '.yml')

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file))
}

type Way = readonly [Target, RowSource]
const WAYS: readonly Way[] = [
  ['defender-xdr', 'defender'],
  ['asim', 'sysmon-event'],
  ['asim', 'sysmon-windows-event'],
  ['asim', 'defender'],
  ['asim', 'security-event'],
  ['azure-monitor', 'sysmon-event'],
  ['azure-monitor', 'sysmon-windows-event'],
  ['azure-monitor', 'security-event'],
]

/** Ways on which rows lack what Sysmon wrote: there a query may differ, if it says so. */
function isLossy([target, source]: Way): boolean {
  return source === 'security-event' || (target === 'asim' && source === 'defender')
}

/** Whether the target's query finds the event, and what it says of its differences. */
function run(text: string, way: Way, event: SysmonEvent) {
  const [target, source] = way
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const { kql, diagnostics } = compile(parsed.document, target)
  if (kql === null) throw new Error(JSON.stringify(diagnostics))
  const database = createDatabase(
    source,
    [event],
    target === 'defender-xdr' ? 'defender' : 'sentinel',
  )
  const effects = diagnostics.map(({ effect }) => effect)
  return {
    finds: evaluateQuery(kql, database).length > 0,
    mayMiss:
      isLossy(way) &&
      (effects.includes('narrows') ||
        diagnostics.some(({ code }) => code === 'TARGET_SOURCE_LEFT_OUT')),
    mayFindMore: isLossy(way) && effects.includes('widens'),
  }
}

function sysmon(eventId: 1 | 3, fields: Readonly<Record<string, string>>): SysmonEvent {
  const usual =
    eventId === 1
      ? { User: 'CORP\\ann', IntegrityLevel: 'Medium', CommandLine: '' }
      : { User: 'CORP\\ann', Protocol: 'tcp', SourceIp: '10.0.0.9', SourcePort: '50111' }
  return {
    eventId,
    time: '2026-01-01T10:00:00.0000000Z',
    computer: 'host.example.org',
    fields: { ...usual, ...fields },
  }
}

describe.each(STARTER)('%s', (file) => {
  const text = readFileSync(file, 'utf8')
  const eventId = file.includes('network_connection') ? 3 : 1
  const examples = EXAMPLES[path.basename(file, '.yml')] ?? { finds: [], leaves: [] }
  const ways = WAYS.filter(([, source]) => eventId === 1 || source !== 'security-event')

  it.each(ways)('on %s from %s', (...way) => {
    for (const fields of examples.finds) {
      const { finds, mayMiss } = run(text, way, sysmon(eventId, fields))
      expect(finds || mayMiss, `must find ${JSON.stringify(fields)}`).toBe(true)
    }
    for (const fields of examples.leaves) {
      const { finds, mayFindMore } = run(text, way, sysmon(eventId, fields))
      expect(finds && !mayFindMore, `must leave ${JSON.stringify(fields)}`).toBe(false)
    }
  })
})

describe.each(TRAPS)('$name', ({ category, detection, finds, leaves }) => {
  const text = `title: Trap\nlogsource: { product: windows, category: ${category} }\ndetection: ${detection}\n`
  const eventId = category === 'network_connection' ? 3 : 1
  const ways = WAYS.filter(([, source]) => eventId === 1 || source !== 'security-event')

  it.each(ways)('on %s from %s', (...way) => {
    const missed = finds.filter((fields) => {
      const result = run(text, way, sysmon(eventId, fields))
      return !result.finds && !result.mayMiss
    })
    expect(missed).toEqual([])
    expect(leaves.filter((fields) => run(text, way, sysmon(eventId, fields)).finds)).toEqual([])
  })
})

describe.skipIf(!existsSync(SIGMAHQ))('SigmaHQ, where ../shared/data/sigma is present', () => {
  const smtp = path.join(
    SIGMAHQ,
    'rules/windows/network_connection/net_connection_win_susp_outbound_smtp_connections.yml',
  )

  it.each(WAYS.filter(([, source]) => source !== 'security-event'))(
    '9976fa64 finds mail sent by PowerShell and none by Thunderbird on %s from %s',
    (...way) => {
      const text = readFileSync(smtp, 'utf8')
      const by = (Image: string, port = '587', Initiated = 'true') =>
        run(
          text,
          way,
          sysmon(3, { Image, Initiated, DestinationIp: '203.0.113.5', DestinationPort: port }),
        ).finds
      expect(by('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')).toBe(true)
      expect(by('C:\\Program Files\\Mozilla Thunderbird\\thunderbird.exe')).toBe(false)
      expect(by('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', '443')).toBe(
        false,
      )
      expect(
        by('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', '587', 'false'),
      ).toBe(false)
    },
  )

  it('finds every recorded attack, or names the loss by which it may not', {
    timeout: 120_000,
  }, () => {
    const unexplained: string[] = []
    let checked = 0
    for (const recorded of filesUnder(path.join(SIGMAHQ, 'regression_data'), '.json')) {
      const rule = `${path.dirname(recorded).replace('regression_data/', '')}.yml`
      if (!rule.includes('proc_creation_win') || !existsSync(rule)) continue
      const text = readFileSync(rule, 'utf8')
      const events = readRecordedEvents(readFileSync(recorded, 'utf8'))
      for (const way of WAYS) {
        const results = events.map((event) => run(text, way, event))
        checked += results.length
        if (results.length === 0 || results.some(({ finds, mayMiss }) => finds || mayMiss)) continue
        unexplained.push(`${path.basename(rule)} on ${way.join(' from ')}`)
      }
    }
    expect(unexplained).toEqual([])
    expect(checked).toBeGreaterThan(500)
  })
})
