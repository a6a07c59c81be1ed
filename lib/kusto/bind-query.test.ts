import { describe, expect, it } from 'vitest'
import { bindQuery } from './parse-query'

const codes = (kql: string, workspace: 'sentinel' | 'defender' | null = null): string[] =>
  bindQuery(kql, workspace).map((item) => item.code)

describe('bindQuery accepts', () => {
  it.each([
    [
      'an ASIM parser with a named parameter',
      '_Im_NetworkSession(starttime=ago(1d)) | where DstPortNumber == 587',
    ],
    [
      'several parameters',
      '_Im_NetworkSession(starttime=ago(1d), dstportnumber=25) | where SrcProcessName endswith @"\\x.exe"',
    ],
    ['the workspace-deployed name', 'imProcessCreate | where TargetProcessName =~ "a"'],
    ['the parameterless alias', '_ASim_NetworkSession | take 1'],
    [
      'Defender',
      'DeviceNetworkEvents | where RemotePort in (25, 587) and ActionType == "ConnectionSuccess"',
    ],
    ['a union of carriers', 'union isfuzzy=true Event, WindowsEvent | where EventID == 3'],
    [
      'a union with a subquery',
      'union isfuzzy=true (Event | where Source == "x" | extend D = parse_xml(EventData)), (WindowsEvent | extend D = EventData) | where tostring(D.Image) endswith "a"',
    ],
    [
      'parse_xml and dynamic paths',
      'Event | extend d = parse_xml(EventData).DataItem.EventData.Data | mv-apply d on (where d["@Name"] == "Image") | where d["#text"] has "a"',
    ],
    [
      'extract',
      'Event | extend Image = extract(@\'<Data Name="Image">([^<]*)</Data>\', 1, EventData) | where Image endswith @"\\a.exe"',
    ],
    [
      'functions by let',
      'let f = (xml: string, name: string) { extract(strcat("<Data Name=\\"", name, "\\">([^<]*)<"), 1, xml) };\nEvent | extend Image = f(EventData, "Image") | where Image == "a"',
    ],
    [
      'a tabular let',
      'let S = SecurityEvent | where EventID == 4688;\nS | where NewProcessName =~ "a" and ParentProcessName !~ "b"',
    ],
    ['a comment that names another table', '// WindowsEvent\nEvent | take 1'],
    ['a join with a kind', 'Event | join kind=inner (WindowsEvent) on Computer'],
  ])('%s', (_, kql) => {
    expect(bindQuery(kql)).toEqual([])
  })
})

describe('bindQuery refuses', () => {
  it.each([
    ['an unknown column', 'DeviceNetworkEvents | where Nope == 1', 'KUSTO_BINDING', 'KS142'],
    ['an unknown table', 'Nope | take 1', 'KUSTO_BINDING', 'KS204'],
    [
      'an unknown table in a fuzzy union',
      'union isfuzzy=true Event, Nope',
      'KUSTO_BINDING',
      'KS205',
    ],
    ['an unknown function', 'Event | where foo(EventData)', 'KUSTO_BINDING', 'KS211'],
    ['an unknown parser parameter', '_Im_NetworkSession(nope=1)', 'KUSTO_BINDING', 'KS196'],
    [
      'strings in a list for an int',
      'DeviceNetworkEvents | where RemotePort in~ ("25")',
      'KUSTO_BINDING',
      'KS107',
    ],
    [
      'a text operator on an int',
      'DeviceNetworkEvents | where RemotePort contains "25"',
      'KUSTO_BINDING',
      'KS106',
    ],
    ['isnull of a string', 'Event | where isnull(EventData)', 'KUSTO_BINDING', 'KS501'],
    ['a join without a kind', 'Event | join WindowsEvent on Computer', 'KUSTO_BINDING', 'KS508'],
    [
      'an int equal to a string',
      'DeviceNetworkEvents | where RemotePort == "445"',
      'KUSTO_BINDING',
      'int',
    ],
    [
      'an int in strings',
      'DeviceNetworkEvents | where RemotePort in ("445")',
      'KUSTO_BINDING',
      'int',
    ],
    ['a string in ints', 'DeviceNetworkEvents | where RemoteIP in~ (1, 2)', 'KUSTO_BINDING', ''],
    [
      'a bool equal to a string',
      'DeviceNetworkEvents | where IsInitiatingProcessRemoteSession == "true"',
      'KUSTO_BINDING',
      'bool',
    ],
    ['a syntax error', 'Event | where ((', 'KUSTO_SYNTAX', 'KS006'],
    ['a raw newline in a literal', 'Event | where EventData == "a\nb"', 'KUSTO_SYNTAX', ''],
    ['no text', ' \n', 'KUSTO_SYNTAX', ''],
    ['a management command', '.drop table Event', 'KUSTO_SYNTAX', 'Command'],
    [
      'too deep a nesting',
      `Event | where ${'('.repeat(100_000 / 3)}true${')'.repeat(100_000 / 3)}`,
      'KUSTO_NOT_ANALYSED',
      'brackets',
    ],
    [
      'a deep chain of or',
      `Event | where ${Array.from({ length: 600 }, (_, i) => `Computer == "${i}"`).join(' or ')}`,
      'KUSTO_NOT_ANALYSED',
      'KS245',
    ],
    [
      'too long a text',
      `Event | where Computer == "${'a'.repeat(100_000)}"`,
      'KUSTO_NOT_ANALYSED',
      'characters',
    ],
  ])('%s', (_, kql, code, words) => {
    const found = bindQuery(kql)
    expect(found[0]).toMatchObject({ code, severity: 'error' })
    expect(found[0]?.message).toContain(words)
  })

  it('says where', () => {
    expect(bindQuery('Event\n| where EventID == 3\n    and Nope == 1')[0]?.location).toEqual({
      line: 3,
      column: 9,
    })
  })
})

describe('a workspace', () => {
  it('has its own columns of Defender tables', () => {
    expect(codes('DeviceEvents | where Timestamp > ago(1d)', 'defender')).toEqual([])
    expect(codes('DeviceEvents | where Timestamp > ago(1d)', 'sentinel')).toEqual(['KUSTO_BINDING'])
    expect(codes('DeviceEvents | where TimeGenerated > ago(1d)', 'defender')).toEqual([
      'KUSTO_BINDING',
    ])
    expect(codes('DeviceEvents | where TimeGenerated > ago(1d)', 'sentinel')).toEqual([])
  })

  it('named Defender has neither Sentinel tables nor ASIM parsers', () => {
    expect(codes('Event | take 1', 'defender')).toEqual(['KUSTO_BINDING'])
    expect(codes('_Im_ProcessCreate() | take 1', 'defender')).toEqual(['KUSTO_BINDING'])
  })
})
