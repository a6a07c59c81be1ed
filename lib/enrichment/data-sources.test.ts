import { describe, expect, it } from 'vitest'
import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { describeDataSources } from './data-sources'
import type { DataSource } from './enrichment'

function rowsOf(
  logsource: string,
  queries: readonly CompiledQuery[] = [],
  selection = 'EventID: 1',
): readonly DataSource[] {
  const text = `title: A
logsource: { ${logsource} }
detection:
  selection:
    ${selection}
  condition: selection
`
  const parsed = parseRule(text)
  if (!parsed.ok || parsed.document.kind !== 'rule') throw new Error(JSON.stringify(parsed))
  const resolved = resolve(parsed.document)
  const predicate = resolved.ok ? resolved.predicate : null
  return describeDataSources({ document: parsed.document, predicate, queries })
}

const WINDOWS_PROCESS = 'product: windows, category: process_creation'

function azure(columns: Readonly<Record<string, readonly string[]>>): CompiledQuery {
  const tables = Object.keys(columns)
  return {
    ...{ target: 'azure-monitor', status: 'compiled', kql: 'T', tables, columns },
    diagnostics: [],
  }
}

describe('describeDataSources', () => {
  it('tells of each table that a query reads its columns, what fills it and what to switch on', () => {
    const rows = rowsOf(WINDOWS_PROCESS, [azure({ Event: ['EventID', 'EventData'] })])
    const event = rows.find(({ table }) => table === 'Event')
    expect(event).toMatchObject({
      role: 'queried',
      connector: 'Windows event logs through the Azure Monitor Agent',
      columns: ['EventID', 'EventData'],
      notes: [],
      origin: 'derived',
    })
    expect(event?.switchOn.join(' ')).toMatch(/event 1 \(ProcessCreate\).*Sysmon\/Operational/)
  })

  it('says of two tables with the same events that one is enough, only where both are read', () => {
    const both = rowsOf(WINDOWS_PROCESS, [azure({ Event: [], WindowsEvent: [] })])
    const notes = both.filter(({ role }) => role === 'queried').map((row) => row.notes.length)
    expect(notes).toEqual([1, 1])
  })

  it('speaks of command lines in event 4688 only where the query reads them', () => {
    const policy = 'Include command line in process creation events'
    const told = (columns: readonly string[]) =>
      JSON.stringify(rowsOf(WINDOWS_PROCESS, [azure({ SecurityEvent: columns })])).includes(policy)
    expect(told(['CommandLine'])).toBe(true)
    expect(told(['NewProcessName'])).toBe(false)
  })

  it('names tables that hold the logsource where a target has no query', () => {
    const rows = rowsOf(WINDOWS_PROCESS, [azure({ Event: [] })])
    const needed = rows.filter(({ role }) => role === 'needed').map(({ table }) => table)
    expect(needed).toEqual(['DeviceProcessEvents', '_Im_ProcessCreate'])
    expect(rows.filter(({ role }) => role === 'needed').every((row) => row.notes.length > 0)).toBe(
      true,
    )
  })

  it('falls back to tables that hold a part, and says what part', () => {
    const rows = rowsOf('product: qualys')
    expect(rows.map(({ table }) => table)).toEqual(['QualysHostDetectionV3_CL'])
    const [apache] = rowsOf('service: apache').filter(({ target }) => target === 'asim')
    expect(apache).toMatchObject({ table: '_Im_WebSession', role: 'needed' })
    expect(JSON.stringify(apache?.notes)).toContain('error log')
  })

  it.each([
    'product: acme, category: gadget',
    'product: constructor',
    'product: windows, service: toString',
    'product: acme, service: __proto__',
  ])('is never empty and never silent: %s', (logsource) => {
    const rows = rowsOf(logsource)
    expect(rows.length).toBeGreaterThan(0)
    for (const { switchOn, notes } of rows)
      expect(switchOn.length + notes.length).toBeGreaterThan(0)
  })

  it('takes a logsource that is not listed for the nearest that is', () => {
    const rows = rowsOf(`${WINDOWS_PROCESS}, service: sysmon`)
    expect(rows.find(({ table }) => table === 'Event')?.switchOn[0]).toContain('ProcessCreate')
    expect(rowsOf('product: linux, service: acme').map(({ table }) => table)).toEqual(['Syslog'])
    expect(rowsOf('product: acme, category: dns').map(({ table }) => table)).toContain('_Im_Dns')
  })

  it('says of a logsource that nobody knows that no table holds it', () => {
    const [row] = rowsOf('product: acme, category: gadget')
    expect(row).toMatchObject({ table: 'none', role: 'needed', connector: null })
    expect(row?.notes[0]?.text).toContain('“acme / gadget”')
  })

  it('names audit policy and event set of the very events of a rule', () => {
    const of = (selection: string) =>
      JSON.stringify(rowsOf('product: windows, service: security', [], selection))
    expect(of('EventID: 4624')).toContain('“Audit Logon” is on, so that Windows writes event 4624.')
    expect(of('EventID: 4624')).toContain('as Minimal, Common and All do.')
    expect(of('EventID: [4697, 4698]')).toContain('as All does; Common lacks event 4698.')
    expect(of('EventID: 4698')).toContain('holds event 4698, as All does and Common does not.')
    expect(of('EventID: 4663')).toContain('system access control list')
    expect(of('SubjectUserName: x')).toContain('records the events that the rule reads')
  })
})
