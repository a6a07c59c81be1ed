import { describe, expect, it } from 'vitest'
import { findFunction, findTableColumns } from '@/lib/kusto/schema-facts'
import { evaluateQuery } from '../kql-evaluator/evaluate-query'
import * as file from './asim-file-rows'
import * as network from './asim-network-rows'
import * as process from './asim-process-rows'
import { createDatabase, ROW_SOURCES } from './create-database'
import { DEVICE_NETWORK_EVENTS, DEVICE_PROCESS_EVENTS } from './defender-rows'
import * as deviceFile from './device-file-rows'
import * as linux from './linux-sysmon-rows'
import { readRecordedEvents } from './read-recorded-events'
import type { SysmonEvent } from './sysmon-event'
import * as unixAsim from './unix-asim-rows'
import * as unixDevice from './unix-device-rows'
import { EVENT, SECURITY_EVENT, WINDOWS_EVENT } from './windows-rows'

const started: SysmonEvent = {
  eventId: 1,
  time: '2026-01-01T10:00:00.0000000Z',
  computer: 'host.example.org',
  fields: {
    Image: 'C:\\Windows\\System32\\cmd.exe',
    OriginalFileName: 'Cmd.Exe',
    CommandLine: 'cmd /c "a & b" > {c}',
    ParentImage: 'C:\\Windows\\explorer.exe',
    ProcessGuid: '{0197231E-61EF-693A-C812-000000000800}',
    ProcessId: '6400',
    ParentProcessId: '500',
    User: 'CORP\\ann',
    IntegrityLevel: 'High',
    Hashes: 'MD5=AB,SHA256=CD,IMPHASH=EF',
  },
}
const connected = (initiated: string): SysmonEvent => ({
  eventId: 3,
  time: '2026-01-01T10:00:00.0000000Z',
  computer: 'host.example.org',
  fields: {
    Image: 'C:\\Tools\\mail.exe',
    Initiated: initiated,
    SourceIp: '10.0.0.1',
    SourcePort: '50000',
    DestinationIp: '203.0.113.5',
    DestinationPort: '587',
    DestinationHostname: 'smtp.example.net',
    SourceHostname: '-',
    Protocol: 'tcp',
    User: 'CORP\\ann',
  },
})

describe('every recipe names a column that exists', () => {
  it.each([
    ['Event', EVENT],
    ['WindowsEvent', WINDOWS_EVENT],
    ['SecurityEvent', SECURITY_EVENT],
    ['DeviceProcessEvents', DEVICE_PROCESS_EVENTS],
    ['DeviceNetworkEvents', DEVICE_NETWORK_EVENTS],
    ['DeviceFileEvents', deviceFile.FILE_RENAMED],
    ['DeviceEvents', deviceFile.FILE_TIME_CHANGED],
    ['DeviceImageLoadEvents', deviceFile.IMAGE_LOADED],
    ['_Im_FileEvent', file.FROM_SYSMON_EVENT],
    ['_Im_FileEvent', file.RENAMED_FROM_DEFENDER],
    ['_Im_ProcessCreate', process.FROM_SYSMON_EVENT],
    ['_Im_ProcessCreate', process.FROM_DEFENDER],
    ['_Im_ProcessCreate', process.FROM_SECURITY_EVENT],
    ['_Im_NetworkSession', network.FROM_SYSMON_EVENT],
    ['_Im_NetworkSession', network.FROM_DEFENDER],
    ['Syslog', linux.SYSLOG],
    ['_Im_ProcessCreate', linux.PROCESS],
    ['_Im_FileEvent', linux.FILE],
    ['_Im_NetworkSession', linux.NETWORK],
    ['DeviceInfo', unixDevice.deviceInfo('Linux')],
    ['DeviceProcessEvents', unixDevice.PROCESS],
    ['DeviceFileEvents', unixDevice.FILE],
    ['DeviceNetworkEvents', unixDevice.NETWORK],
    ['_Im_ProcessCreate', unixAsim.PROCESS],
    ['_Im_FileEvent', unixAsim.FILE],
    ['_Im_NetworkSession', unixAsim.NETWORK],
  ])('%s', (name, recipes) => {
    const columns = findTableColumns(name, null) ?? findFunction(name, null)?.columns ?? {}
    expect(recipes.map(({ column }) => column).filter((column) => !(column in columns))).toEqual([])
  })
})

describe('process creation', () => {
  it('keeps the Event table escaped, and its XML readable', () => {
    const database = createDatabase('sysmon-event', [started])
    const query = `Event | where Source == "Microsoft-Windows-Sysmon" and EventID == 1
      | mv-apply d = parse_xml(EventData).DataItem.EventData.Data on (where d["@Name"] == "CommandLine" | project text = tostring(d["#text"]))
      | project text, raw = EventData has "&amp;"`
    expect(evaluateQuery(query, database)).toEqual([{ text: 'cmd /c "a & b" > {c}', raw: true }])
  })

  it.each([
    ['sysmon-event', 'cmd /c "a &amp; b" &gt; {c', 'Cmd.Exe', 'CORP\\ann', 'High'],
    ['sysmon-windows-event', 'cmd /c "a & b" > {c}', 'Cmd.Exe', 'CORP\\ann', 'High'],
    ['defender', 'cmd /c "a & b" > {c}', 'cmd.exe', 'CORP\\ann', 'High'],
    ['security-event', 'cmd /c "a & b" > {c}', 'cmd.exe', 'Nobody', ''],
  ] as const)('in ASIM from %s', (source, commandLine, fileName, user, level) => {
    const query =
      '_Im_ProcessCreate() | project c=CommandLine, f=TargetProcessFilename, u=User, l=TargetProcessIntegrityLevel'
    expect(evaluateQuery(query, createDatabase(source, [started]))).toEqual([
      { c: commandLine, f: fileName, u: user, l: level },
    ])
  })

  it('4688 has hexadecimal process ids and a mandatory label', () => {
    const query = 'SecurityEvent | project p=toint(NewProcessId), MandatoryLabel, Process'
    expect(evaluateQuery(query, createDatabase('security-event', [started]))).toEqual([
      { p: 6400, MandatoryLabel: 'S-1-16-12288', Process: 'cmd.exe' },
    ])
  })
})

describe('network connections', () => {
  it.each([
    ['sysmon-event', 'true', '', 'C:\\Tools\\mail.exe', ''],
    ['sysmon-event', 'false', 'C:\\Tools\\mail.exe', '', ''],
    ['sysmon-windows-event', 'true', '', 'C:\\Tools\\mail.exe', ''],
    ['defender', 'true', 'mail.exe', '', 'Outbound'],
    ['defender', 'false', '', 'mail.exe', 'Inbound'],
  ] as const)('in ASIM from %s, initiated %s', (source, initiated, src, dst, direction) => {
    const query = `_Im_NetworkSession(dstportnumber=587)
      | project s=SrcProcessName, d=DstProcessName, n=NetworkDirection, h=DstPortNumber`
    expect(evaluateQuery(query, createDatabase(source, [connected(initiated)]))).toEqual([
      { s: src, d: dst, n: direction, h: 587 },
    ])
  })

  it('in Defender: local and remote change places', () => {
    const query =
      'DeviceNetworkEvents | project Timestamp, ActionType, LocalPort, RemotePort, RemoteUrl'
    const database = createDatabase('defender', [connected('true'), connected('false')], 'defender')
    const time = '2026-01-01T10:00:00.0000000Z'
    expect(evaluateQuery(query, database)).toEqual([
      {
        Timestamp: time,
        ActionType: 'ConnectionSuccess',
        LocalPort: 50000,
        RemotePort: 587,
        RemoteUrl: 'smtp.example.net',
      },
      {
        Timestamp: time,
        ActionType: 'InboundConnectionAccepted',
        LocalPort: 587,
        RemotePort: 50000,
        RemoteUrl: '',
      },
    ])
  })
})

it('fills one source only', () => {
  const counts = ROW_SOURCES.map((source) =>
    evaluateQuery(
      'union Event, WindowsEvent, SecurityEvent, DeviceProcessEvents, Syslog | count',
      createDatabase(source, [started]),
    ),
  )
  expect(counts.flat()).toEqual(ROW_SOURCES.map(() => ({ Count: 1 })))
})

it('reads objects one after the other, and keeps the kinds that have row makers', () => {
  const event = (id: number, provider = 'Microsoft-Windows-Sysmon') =>
    JSON.stringify(
      {
        Event: {
          System: {
            Provider: { '#attributes': { Name: provider } },
            EventID: id,
            Computer: 'c',
            TimeCreated: { '#attributes': { SystemTime: '2026-01-01T00:00:00.123456789Z' } },
          },
          EventData: { ProcessGuid: 'A-B', ProcessId: 5, Nothing: null },
        },
      },
      null,
      2,
    )
  const text = [event(1), event(10), event(3), event(1, 'Other')].join('\n')
  expect(readRecordedEvents(text)[0]?.time).toBe('2026-01-01T00:00:00.1234567Z')
  expect(readRecordedEvents(text).map((item) => [item.eventId, item.fields])).toEqual([
    [1, { ProcessGuid: '{A-B}', ProcessId: '5' }],
    [3, { ProcessGuid: '{A-B}', ProcessId: '5' }],
  ])
})
