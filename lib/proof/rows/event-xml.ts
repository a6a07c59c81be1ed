import { type EventId, field, type SysmonEvent } from './sysmon-event'

const REGISTRY = [
  'RuleName',
  'EventType',
  'UtcTime',
  'ProcessGuid',
  'ProcessId',
  'Image',
  'TargetObject',
]

/** An event's fields in the order of Sysmon's manifest (Sysmon 15); others in the order given. */
const ORDER: Readonly<Partial<Record<EventId, readonly string[]>>> = {
  1: [
    'RuleName',
    'UtcTime',
    'ProcessGuid',
    'ProcessId',
    'Image',
    'FileVersion',
    'Description',
    'Product',
    'Company',
    'OriginalFileName',
    'CommandLine',
    'CurrentDirectory',
    'User',
    'LogonGuid',
    'LogonId',
    'TerminalSessionId',
    'IntegrityLevel',
    'Hashes',
    'ParentProcessGuid',
    'ParentProcessId',
    'ParentImage',
    'ParentCommandLine',
    'ParentUser',
  ],
  12: [...REGISTRY, 'User'],
  13: [...REGISTRY, 'Details', 'User'],
  14: [...REGISTRY, 'NewName', 'User'],
  22: [
    'RuleName',
    'UtcTime',
    'ProcessGuid',
    'ProcessId',
    'QueryName',
    'QueryStatus',
    'QueryResults',
    'Image',
    'User',
  ],
  3: [
    'RuleName',
    'UtcTime',
    'ProcessGuid',
    'ProcessId',
    'Image',
    'User',
    'Protocol',
    'Initiated',
    'SourceIsIpv6',
    'SourceIp',
    'SourceHostname',
    'SourcePort',
    'SourcePortName',
    'DestinationIsIpv6',
    'DestinationIp',
    'DestinationHostname',
    'DestinationPort',
    'DestinationPortName',
  ],
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * `EventData` as the Event table stores it: the agent's DataItem around the event's own XML, one
 * line, absent fields left out. Assumed: the agent's XML writer escapes in a text what has to be
 * escaped there (`& < >`) and leaves quotes, as published XML of Sysmon events does.
 */
export function eventXml(event: SysmonEvent): string {
  const data = (ORDER[event.eventId] ?? Object.keys(event.fields))
    .filter((name) => event.fields[name] !== undefined)
    .map((name) => `<Data Name="${name}">${escapeXml(field(event, name))}</Data>`)
  return (
    `<DataItem Type="System.XmlData" time="${event.time}" ` +
    'sourceHealthServiceId="00000000-0000-0000-0000-000000000000">' +
    '<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">' +
    `${data.join('')}</EventData></DataItem>`
  )
}

/**
 * What the Event flavour of the Sysmon parsers reads between `<Data Name="…">` and `</Data>`: the
 * text still escaped, without one brace at either end (their regex swallows `{?` and `}?`).
 */
export function parsedFromXml(event: SysmonEvent, name: string): string {
  return escapeXml(field(event, name)).replace(/^\{/, '').replace(/\}$/, '')
}

/** A text as it stands in an XML element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
}
