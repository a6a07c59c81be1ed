import { ACTING_PROCESS } from './acting-process-rows'
import { parsedFromXml } from './event-xml'
import { assumed, constant, copied, type Recipe, read, SOURCES, type Source } from './source'
import { field, numberOf, type SysmonEvent } from './sysmon-event'

type Read = (event: SysmonEvent, name: string) => string

const computer = (event: SysmonEvent) => event.computer

const SYSMON_VALUES = {
  TimeGenerated: (event: SysmonEvent) => event.time,
  DvcHostname: computer,
  Dvc: computer,
  SrcHostname: computer,
  DnsResponseCode: (event: SysmonEvent) => {
    const status = numberOf(event, 'QueryStatus')
    return status !== null && status > 9000 && status < 9100 ? status - 9000 : status
  },
  EventResult: (event: SysmonEvent) =>
    numberOf(event, 'QueryStatus') === 0 ? 'Success' : 'Failure',
}

const withoutDash = (text: Read) => (event: SysmonEvent) => {
  const results = text(event, 'QueryResults')
  return results === '-' ? '' : results
}

/** Sysmon event 22 as both flavours of its ASIM parser give it. */
function fromSysmon(source: Source, text: Read): readonly Recipe[] {
  return [
    ...copied(source, text, {
      DnsQuery: 'QueryName',
      Domain: 'QueryName',
      SrcProcessName: 'Image',
      Process: 'Image',
      SrcProcessId: 'ProcessId',
      SrcUsername: 'User',
      User: 'User',
    }),
    ...constant(source, {
      EventType: 'Query',
      EventSubType: 'response',
      EventOriginalType: '22',
      EventProduct: 'Sysmon',
      EventVendor: 'Microsoft',
      EventSchema: 'Dns',
      EventCount: 1,
    }),
    ...read(source, { ...SYSMON_VALUES, DnsResponseName: withoutDash(text) }),
  ]
}

export const FROM_SYSMON_EVENT = fromSysmon(SOURCES.dnsSysmon, parsedFromXml)
export const FROM_SYSMON_WINDOWS_EVENT = fromSysmon(SOURCES.dnsSysmonWindowsEvent, field)

/** The answers, as `::ffff:203.0.113.5;` or `type:  5 name;` in Sysmon. */
function answers(event: SysmonEvent): readonly Record<string, string>[] {
  return field(event, 'QueryResults')
    .split(';')
    .filter((part) => part !== '' && part !== '-')
    .map((part) => ({
      DnsQueryType: part.startsWith('type:') ? 'CNAME' : 'A',
      Result: part.replace(/^type:\s*\d+\s*/, '').replace('::ffff:', ''),
    }))
}

/** In DeviceEvents; what was asked for is in AdditionalFields. */
export const DNS_QUERY_RESPONSE: readonly Recipe[] = [
  ...ACTING_PROCESS,
  ...constant(SOURCES.defenderActions, { ActionType: 'DnsQueryResponse' }),
  // Published queries read these keys; no page of Microsoft's lists them.
  ...assumed(SOURCES.defenderActions, {
    AdditionalFields: (event) =>
      JSON.stringify({
        DnsQueryString: field(event, 'QueryName'),
        DnsQueryResult: answers(event),
      }),
  }),
]
