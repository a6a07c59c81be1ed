import { parsedFromXml } from './event-xml'
import { assumed, constant, copied, type Recipe, read, SOURCES, type Source } from './source'
import { baseName, deviceId, field, isOutbound, numberOf, type SysmonEvent } from './sysmon-event'

type Read = (event: SysmonEvent, name: string) => string

/** Sysmon writes "-" for what it does not know; the parsers empty it. */
const known = (text: string): string => (text === '-' ? '' : text)
const host = (name: string): string => known(name).split('.')[0] ?? ''
const domain = (name: string): string => known(name).split('.').slice(1).join('.')
const fullName = (name: string): string => (name.includes('.') ? name : '')

/** What both flavours of the Sysmon parser take as it is. */
const SYSMON_FIELDS = {
  SrcIpAddr: 'SourceIp',
  Src: 'SourceIp',
  IpAddr: 'SourceIp',
  DstIpAddr: 'DestinationIp',
  Dst: 'DestinationIp',
  NetworkRuleName: 'RuleName',
}

/** They put the process of an *outbound* connection under Dst … */
const OUTBOUND_FIELDS = { DstProcessName: 'Image', DstProcessId: 'ProcessId', DstUsername: 'User' }
/** … and that of an inbound one under Src; neither sets NetworkDirection. */
const INBOUND_FIELDS = { SrcProcessName: 'Image', SrcProcessId: 'ProcessId', SrcUsername: 'User' }

const SYSMON_CONSTANTS = {
  EventType: 'EndpointNetworkSession',
  EventOriginalType: '3',
  EventCount: 1,
  EventVendor: 'Microsoft',
  EventProduct: 'Sysmon',
  EventSchema: 'NetworkSession',
  EventResult: 'Success',
  EventSeverity: 'Informational',
  DvcOs: 'Windows',
}

const SYSMON_VALUES = {
  TimeGenerated: (event: SysmonEvent) => event.time,
  Dvc: (event: SysmonEvent) => event.computer,
  DvcIpAddr: (event: SysmonEvent) => field(event, isOutbound(event) ? 'SourceIp' : 'DestinationIp'),
  SrcPortNumber: (event: SysmonEvent) => numberOf(event, 'SourcePort'),
  DstPortNumber: (event: SysmonEvent) => numberOf(event, 'DestinationPort'),
  NetworkProtocol: (event: SysmonEvent) => field(event, 'Protocol').toUpperCase(),
  DstAppName: (event: SysmonEvent) => baseName(isOutbound(event) ? field(event, 'Image') : ''),
  SrcAppName: (event: SysmonEvent) => baseName(isOutbound(event) ? '' : field(event, 'Image')),
}

/** Both flavours of the Sysmon parser: they differ in how they read a field. */
function fromSysmon(source: Source, text: Read): readonly Recipe[] {
  const outbound: Read = (event, name) => (isOutbound(event) ? text(event, name) : '')
  const inbound: Read = (event, name) => (isOutbound(event) ? '' : text(event, name))
  return [
    ...copied(source, text, SYSMON_FIELDS),
    ...copied(source, outbound, OUTBOUND_FIELDS),
    ...copied(source, inbound, INBOUND_FIELDS),
    ...constant(source, SYSMON_CONSTANTS),
    ...read(source, SYSMON_VALUES),
  ]
}

/** From the Event table. Host names go through functions that split a full name, unread here. */
export const FROM_SYSMON_EVENT: readonly Recipe[] = [
  ...fromSysmon(SOURCES.networkSysmon, parsedFromXml),
  ...assumed(SOURCES.networkSysmon, {
    SrcHostname: (event) => host(field(event, 'SourceHostname')),
    SrcDomain: (event) => domain(field(event, 'SourceHostname')),
    SrcFQDN: (event) => fullName(field(event, 'SourceHostname')),
    DstHostname: (event) => host(field(event, 'DestinationHostname')),
    DstDomain: (event) => domain(field(event, 'DestinationHostname')),
    DstFQDN: (event) => fullName(field(event, 'DestinationHostname')),
  }),
]

/** From the WindowsEvent table: it reads `EventData.SrcHostname`, which Sysmon does not write. */
export const FROM_SYSMON_WINDOWS_EVENT: readonly Recipe[] = [
  ...fromSysmon(SOURCES.networkSysmonWindowsEvent, field),
  ...read(SOURCES.networkSysmonWindowsEvent, { SrcHostname: () => '' }),
  ...assumed(SOURCES.networkSysmonWindowsEvent, {
    DstHostname: (event) => host(field(event, 'DestinationHostname')),
    DstDomain: (event) => domain(field(event, 'DestinationHostname')),
    DstFQDN: (event) => fullName(field(event, 'DestinationHostname')),
  }),
]

const when = (condition: (event: SysmonEvent) => boolean, name: string) => (event: SysmonEvent) =>
  condition(event) ? field(event, name) : ''
const isInbound = (event: SysmonEvent): boolean => !isOutbound(event)
const fileNameWhen = (condition: (event: SysmonEvent) => boolean) => (event: SysmonEvent) =>
  baseName(when(condition, 'Image')(event))

const sourceName = (event: SysmonEvent): string =>
  isOutbound(event) ? event.computer : known(field(event, 'SourceHostname'))
const destinationName = (event: SysmonEvent): string =>
  isOutbound(event) ? known(field(event, 'DestinationHostname')) : event.computer

/** From DeviceNetworkEvents: the process is its file name only, under Src when outbound. */
export const FROM_DEFENDER: readonly Recipe[] = [
  ...read(SOURCES.networkDefender, {
    TimeGenerated: (event) => event.time,
    EventType: () => 'NetworkSession',
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'M365 Defender for Endpoint',
    EventSchema: () => 'NetworkSession',
    EventResult: () => 'Success',
    EventSeverity: () => 'Informational',
    EventOriginalResultDetails: (event) =>
      isOutbound(event) ? 'ConnectionSuccess' : 'InboundConnectionAccepted',
    NetworkDirection: (event) => (isOutbound(event) ? 'Outbound' : 'Inbound'),
    DvcId: deviceId,
    DvcHostname: (event) => host(event.computer),
    Dvc: (event) => host(event.computer),
    DvcDomain: (event) => domain(event.computer),
    SrcIpAddr: (event) => field(event, 'SourceIp'),
    Src: (event) => field(event, 'SourceIp'),
    IpAddr: (event) => field(event, 'SourceIp'),
    SrcPortNumber: (event) => numberOf(event, 'SourcePort'),
    DstIpAddr: (event) => field(event, 'DestinationIp'),
    Dst: (event) => field(event, 'DestinationIp'),
    DstPortNumber: (event) => numberOf(event, 'DestinationPort'),
    SrcProcessName: fileNameWhen(isOutbound),
    SrcAppName: fileNameWhen(isOutbound),
    SrcProcessId: when(isOutbound, 'ProcessId'),
    SrcUsername: when(isOutbound, 'User'),
    DstProcessName: fileNameWhen(isInbound),
    DstAppName: fileNameWhen(isInbound),
    DstProcessId: when(isInbound, 'ProcessId'),
    DstUsername: when(isInbound, 'User'),
    Process: (event) => baseName(field(event, 'Image')),
    User: (event) => field(event, 'User'),
    NetworkProtocol: (event) => field(event, 'Protocol').toUpperCase(),
  }),
  // The other side's name is RemoteUrl without its scheme, which Defender does not always have.
  ...assumed(SOURCES.networkDefender, {
    SrcHostname: (event) => host(sourceName(event)),
    SrcDomain: (event) => domain(sourceName(event)),
    SrcFQDN: (event) => fullName(sourceName(event)),
    DstHostname: (event) => host(destinationName(event)),
    DstDomain: (event) => domain(destinationName(event)),
    DstFQDN: (event) => fullName(destinationName(event)),
  }),
]
