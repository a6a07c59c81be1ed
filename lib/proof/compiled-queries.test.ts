import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '@/content/rules/starter-events'
import { compile } from '@/lib/compiler/compile'
import { parseRule } from '@/lib/sigma/parse-rule'
import { type Category, type EventFields, isCategory, makeEvent } from './events-of-kind'
import { evaluateQuery } from './kql-evaluator/evaluate-query'
import { createDatabase } from './rows/create-database'
import { readRecordedEvents } from './rows/read-recorded-events'
import type { SysmonEvent } from './rows/sysmon-event'
import { TRAPS } from './traps/all-traps'
import { findWays, isLossy, type Way } from './ways'

/** What the compiler's queries find when they are run, on every way an event can reach them. */

const ROOT = path.join(import.meta.dirname, '../..')
const SIGMAHQ = path.join(ROOT, '../shared/data/sigma')
const STARTER = filesUnder(path.join(ROOT, 'content/rules'), '.yml')

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file))
}

/** Whether the target's query finds the event, and what it says of its differences. */
function run(text: string, way: Way, event: SysmonEvent) {
  const [target, source] = way
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const { kql, diagnostics } = compile(parsed.document, target)
  const mayDiffer = isLossy(way, event)
  if (kql === null) {
    const names = diagnostics.every(({ code }) => code !== 'TARGET_UNSUPPORTED_LOGSOURCE')
    if (mayDiffer && names) return { finds: false, mayMiss: true, mayFindMore: false }
    throw new Error(JSON.stringify(diagnostics))
  }
  const database = createDatabase(
    source,
    [event],
    target === 'defender-xdr' ? 'defender' : 'sentinel',
  )
  // Other devices are not what these examples are about.
  const effects = diagnostics
    .filter(({ code }) => code !== 'TARGET_SCOPE_APPROXIMATED')
    .map(({ effect }) => effect)
  return {
    finds: evaluateQuery(kql, database).length > 0,
    mayMiss:
      mayDiffer &&
      (effects.includes('narrows') ||
        (source === 'security-event' &&
          diagnostics.some(({ code }) => code === 'TARGET_SOURCE_LEFT_OUT'))),
    mayFindMore: mayDiffer && effects.includes('widens'),
  }
}

/** Every way for every event: which must be found and is not, or must not be found and is. */
function expectExamples(
  text: string,
  product: string,
  { finds, leaves }: Record<'finds' | 'leaves', readonly SysmonEvent[]>,
) {
  const wrong = (
    events: readonly SysmonEvent[],
    isWrong: (found: ReturnType<typeof run>) => boolean,
  ) =>
    events.flatMap((event) =>
      waysOf(product, event)
        .filter((way) => isWrong(run(text, way, event)))
        .map((way) => `${way.join(' from ')}: ${JSON.stringify(event.fields)}`),
    )
  expect(
    wrong(finds, (found) => !found.finds && !found.mayMiss),
    'must find',
  ).toEqual([])
  expect(
    wrong(leaves, (found) => found.finds && !found.mayFindMore),
    'must leave',
  ).toEqual([])
}

function waysOf(product: string, { eventId }: SysmonEvent): readonly Way[] {
  const ways = findWays(product, eventId)
  if (ways.length === 0) throw new Error(`No row makers for ${product}, event ${eventId}.`)
  return ways
}

/** The kind of events that a rule is about, if it can be tried here. */
function kindOf(text: string): { product: string; category: Category } | null {
  const parsed = parseRule(text)
  if (!parsed.ok || parsed.document.kind !== 'rule') return null
  const { product, category, service } = parsed.document.logsource
  if (product === undefined || service !== undefined || !isCategory(category)) return null
  return { product, category }
}

it.each(STARTER)('%s finds its examples and leaves their neighbours alone', (file) => {
  const text = readFileSync(file, 'utf8')
  const kind = kindOf(text)
  const examples = EXAMPLES[path.basename(file, '.yml')]
  if (kind === null || examples === undefined) throw new Error(`${file} cannot be tried.`)
  const events = (list: readonly EventFields[]) =>
    list.map((fields) => makeEvent(kind.category, fields, kind.product))
  expectExamples(text, kind.product, {
    finds: events(examples.finds),
    leaves: events(examples.leaves),
  })
})

it.each(TRAPS)(
  '$category: $name',
  ({ category, product = 'windows', detection, finds, leaves }) => {
    const text = `title: Trap\nlogsource: { product: ${product}, category: ${category} }\ndetection: ${detection}\n`
    const events = (list: readonly EventFields[]) =>
      list.map((fields) => makeEvent(category, fields, product))
    expectExamples(text, product, { finds: events(finds), leaves: events(leaves) })
  },
)

describe.skipIf(!existsSync(SIGMAHQ))('SigmaHQ, where ../shared/data/sigma is present', () => {
  const smtp = path.join(
    SIGMAHQ,
    'rules/windows/network_connection/net_connection_win_susp_outbound_smtp_connections.yml',
  )

  it.each(findWays('windows', 3))(
    '9976fa64 finds mail sent by PowerShell and none by Thunderbird on %s from %s',
    (...way) => {
      const text = readFileSync(smtp, 'utf8')
      const by = (Image: string, port = '587', Initiated = 'true') =>
        run(
          text,
          way,
          makeEvent('network_connection', {
            Image,
            Initiated,
            DestinationIp: '203.0.113.5',
            DestinationPort: port,
          }),
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
      if (!existsSync(rule)) continue
      const text = readFileSync(rule, 'utf8')
      const kind = kindOf(text)
      if (kind === null) continue
      const events = readRecordedEvents(readFileSync(recorded, 'utf8'))
      const ways = events.flatMap(({ eventId }) => findWays(kind.product, eventId))
      for (const way of new Map(ways.map((each) => [each.join(' from '), each])).values()) {
        const results = events.map((event) => run(text, way, event))
        checked += results.length
        if (results.some(({ finds, mayMiss }) => finds || mayMiss)) continue
        unexplained.push(`${path.basename(rule)} on ${way.join(' from ')}`)
      }
    }
    expect(unexplained).toEqual([])
    expect(checked).toBeGreaterThan(500)
  })
})
