import { escapeXml } from './event-xml'
import { assumed, constant, copied, type Recipe, read } from './source'
import { field, hashOf, numberOf, type SysmonEvent } from './sysmon-event'
import { UNIX_SOURCES } from './unix-sources'

/** Sysmon for Linux, as the agent's syslog collection brings it and as ASIM's parsers read it. */

const text = (event: SysmonEvent, name: string): string => escapeXml(field(event, name))

/** One line of XML; fields that an example lacks are left out, where Sysmon would write `-`. */
function message(event: SysmonEvent): string {
  const data = Object.keys(event.fields)
    .map((name) => `<Data Name="${name}">${text(event, name)}</Data>`)
    .join('')
  return (
    '<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/>' +
    `<EventID>${event.eventId}</EventID><Version>5</Version><Level>4</Level><Task>${event.eventId}</Task>` +
    `<TimeCreated SystemTime="${event.time}"/><EventRecordID>1</EventRecordID>` +
    `<Channel>Linux-Sysmon/Operational</Channel><Computer>${event.computer}</Computer>` +
    `<Security UserId="0"/></System><EventData>${data}</EventData></Event>`
  )
}

/** The device's own address; Syslog has one for a device that may have several. */
const HOST_IP = '10.0.0.9'

export const SYSLOG: readonly Recipe[] = [
  ...read(UNIX_SOURCES.linuxSysmon, { SyslogMessage: message }),
  ...read(UNIX_SOURCES.syslogTable, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    HostName: (event) => event.computer,
    HostIP: () => HOST_IP,
    Facility: () => 'user',
    SeverityLevel: () => 'info',
    Type: () => 'Syslog',
  }),
  ...assumed(UNIX_SOURCES.syslogTable, { ProcessName: () => 'sysmon' }),
]

const COMMON = {
  EventVendor: 'Microsoft',
  EventProduct: 'Sysmon for Linux',
  EventResult: 'Success',
  EventCount: 1,
  DvcOs: 'Linux',
}

/** DvcHostname stays empty: the parser writes `DvcHostName`. Hashes come from `Hashes`, upper-case names. */
export const PROCESS: readonly Recipe[] = [
  ...constant(UNIX_SOURCES.processLinuxSysmon, {
    ...COMMON,
    EventType: 'ProcessCreated',
    EventSchema: 'ProcessEvent',
    EventOriginalType: '1',
    TargetUsernameType: 'Simple',
    ActorUsernameType: 'Simple',
  }),
  ...copied(UNIX_SOURCES.processLinuxSysmon, text, {
    TargetProcessName: 'Image',
    Process: 'Image',
    TargetProcessCommandLine: 'CommandLine',
    TargetProcessCurrentDirectory: 'CurrentDirectory',
    TargetProcessId: 'ProcessId',
    TargetProcessIntegrityLevel: 'IntegrityLevel',
    TargetProcessFileDescription: 'Description',
    TargetProcessFileVersion: 'FileVersion',
    TargetProcessFileProduct: 'Product',
    TargetUsername: 'User',
    TargetUserSessionId: 'LogonId',
    ActorUsername: 'ParentUser',
    User: 'ParentUser',
    ActingProcessName: 'ParentImage',
    ActingProcessCommandLine: 'ParentCommandLine',
    ActingProcessId: 'ParentProcessId',
  }),
  ...read(UNIX_SOURCES.processLinuxSysmon, {
    TimeGenerated: (event) => event.time,
    Dvc: (event) => event.computer,
    DvcIpAddr: () => HOST_IP,
    TargetProcessMD5: (event) => hashOf(event, 'MD5'),
    TargetProcessSHA1: (event) => hashOf(event, 'SHA1'),
    TargetProcessSHA256: (event) => hashOf(event, 'SHA256'),
  }),
]

/** No EventSchema, no TargetFileName. */
export const FILE: readonly Recipe[] = [
  ...constant(UNIX_SOURCES.fileLinuxSysmon, {
    ...COMMON,
    EventType: 'FileCreated',
    EventOriginalType: '11',
    TargetFilePathType: 'Unix',
  }),
  ...copied(UNIX_SOURCES.fileLinuxSysmon, text, {
    ActingProcessName: 'Image',
    Process: 'Image',
    ActingProcessId: 'ProcessId',
    TargetFilePath: 'TargetFilename',
    FilePath: 'TargetFilename',
    ActorUsername: 'User',
    User: 'User',
  }),
  ...read(UNIX_SOURCES.fileLinuxSysmon, {
    TimeGenerated: (event) => event.time,
    Dvc: (event) => event.computer,
    DvcHostname: (event) => event.computer,
  }),
]

/** `Initiated` is not read: outbound is what comes from Syslog's address, or from a local one. */
const isOutbound = (event: SysmonEvent): boolean =>
  [HOST_IP, '127.0.0.1', '0.0.0.0'].includes(field(event, 'SourceIp'))
const when = (outbound: boolean, name: string) => (event: SysmonEvent) =>
  isOutbound(event) === outbound ? text(event, name) : ''

export const NETWORK: readonly Recipe[] = [
  ...constant(UNIX_SOURCES.networkLinuxSysmon, {
    ...COMMON,
    EventType: 'NetworkSession',
    EventSchema: 'NetworkSession',
    EventSeverity: 'Informational',
    EventOriginalType: '3',
  }),
  ...copied(UNIX_SOURCES.networkLinuxSysmon, text, {
    SrcIpAddr: 'SourceIp',
    Src: 'SourceIp',
    IpAddr: 'SourceIp',
    SrcHostname: 'SourceHostname',
    DstIpAddr: 'DestinationIp',
    Dst: 'DestinationIp',
    DstHostname: 'DestinationHostname',
  }),
  ...read(UNIX_SOURCES.networkLinuxSysmon, {
    TimeGenerated: (event) => event.time,
    Dvc: (event) => event.computer,
    DvcHostname: (event) => event.computer,
    DvcIpAddr: () => HOST_IP,
    SrcPortNumber: (event) => numberOf(event, 'SourcePort'),
    DstPortNumber: (event) => numberOf(event, 'DestinationPort'),
    NetworkProtocol: (event) => field(event, 'Protocol').toUpperCase(),
    NetworkDirection: (event) => (isOutbound(event) ? 'Outbound' : 'Inbound'),
    SrcProcessName: when(true, 'Image'),
    SrcAppName: when(true, 'Image'),
    SrcProcessId: when(true, 'ProcessId'),
    SrcUsername: when(true, 'User'),
    DstProcessName: when(false, 'Image'),
    DstAppName: when(false, 'Image'),
    DstProcessId: when(false, 'ProcessId'),
    DstUsername: when(false, 'User'),
  }),
]
