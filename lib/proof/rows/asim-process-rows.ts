import { parsedFromXml } from './event-xml'
import { assumed, constant, copied, type Recipe, read, SOURCES, type Source } from './source'
import {
  baseName,
  field,
  hashOf,
  hostName,
  numberOf,
  type SysmonEvent,
  securitySubject,
} from './sysmon-event'

type Read = (event: SysmonEvent, name: string) => string

const number = (event: SysmonEvent, name: string): string => numberOf(event, name)?.toString() ?? ''

/** What both flavours of the Sysmon parser take as it is. */
const SYSMON_FIELDS = {
  TargetProcessName: 'Image',
  Process: 'Image',
  // The name in the version resource, not the name on disk.
  TargetProcessFilename: 'OriginalFileName',
  TargetProcessCommandLine: 'CommandLine',
  CommandLine: 'CommandLine',
  TargetProcessCurrentDirectory: 'CurrentDirectory',
  TargetProcessIntegrityLevel: 'IntegrityLevel',
  TargetProcessFileCompany: 'Company',
  TargetProcessFileDescription: 'Description',
  TargetProcessFileVersion: 'FileVersion',
  TargetProcessFileProduct: 'Product',
  TargetProcessId: 'ProcessId',
  TargetProcessGuid: 'ProcessGuid',
  TargetUsername: 'User',
  User: 'User',
  TargetUserSessionId: 'LogonId',
  TargetUserSessionGuid: 'LogonGuid',
  ActingProcessName: 'ParentImage',
  ActingProcessCommandLine: 'ParentCommandLine',
  ActingProcessId: 'ParentProcessId',
  ActingProcessGuid: 'ParentProcessGuid',
  ActorUsername: 'ParentUser',
}

const SYSMON_CONSTANTS = {
  EventType: 'ProcessCreated',
  EventOriginalType: '1',
  EventCount: 1,
  EventVendor: 'Microsoft',
  EventSchema: 'ProcessEvent',
  EventResult: 'Success',
  DvcOs: 'Windows',
  TargetUsernameType: 'Windows',
  ActorUsernameType: 'Windows',
}

const SYSMON_VALUES = {
  TimeGenerated: (event: SysmonEvent) => event.time,
  EventStartTime: (event: SysmonEvent) => event.time,
  EventEndTime: (event: SysmonEvent) => event.time,
  DvcHostname: (event: SysmonEvent) => event.computer,
  Dvc: (event: SysmonEvent) => event.computer,
  TargetProcessMD5: (event: SysmonEvent) => hashOf(event, 'MD5'),
  TargetProcessSHA1: (event: SysmonEvent) => hashOf(event, 'SHA1'),
  TargetProcessSHA256: (event: SysmonEvent) => hashOf(event, 'SHA256'),
  TargetProcessIMPHASH: (event: SysmonEvent) => hashOf(event, 'IMPHASH'),
}

/** Both flavours of the Sysmon parser: they differ in how they read a field. */
function fromSysmon(source: Source, product: string, text: Read): readonly Recipe[] {
  return [
    ...copied(source, text, SYSMON_FIELDS),
    ...constant(source, { ...SYSMON_CONSTANTS, EventProduct: product }),
    ...read(source, SYSMON_VALUES),
  ]
}

/** From the Event table: values stay escaped. */
export const FROM_SYSMON_EVENT = fromSysmon(SOURCES.processSysmon, 'Sysmon', parsedFromXml)

/** From the WindowsEvent table: values as recorded; the parser names the product "Security Events". */
export const FROM_SYSMON_WINDOWS_EVENT = fromSysmon(
  SOURCES.processSysmonWindowsEvent,
  'Security Events',
  field,
)

/** From DeviceProcessEvents. */
export const FROM_DEFENDER: readonly Recipe[] = [
  ...read(SOURCES.processDefender, {
    TimeGenerated: (event) => event.time,
    EventType: () => 'ProcessCreated',
    EventStartTime: (event) => event.time,
    EventEndTime: (event) => event.time,
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'M365 Defender for Endpoint',
    EventSchema: () => 'ProcessEvent',
    EventResult: () => 'Success',
    DvcOs: () => 'Windows',
    TargetProcessName: (event) => field(event, 'Image'),
    Process: (event) => field(event, 'Image'),
    // FileName: the name on disk. The name in the version resource gets no column.
    TargetProcessFilename: (event) => baseName(field(event, 'Image')),
    TargetProcessCommandLine: (event) => field(event, 'CommandLine'),
    CommandLine: (event) => field(event, 'CommandLine'),
    TargetProcessIntegrityLevel: (event) => field(event, 'IntegrityLevel'),
    TargetProcessId: (event) => number(event, 'ProcessId'),
    TargetProcessMD5: (event) => hashOf(event, 'MD5').toLowerCase(),
    TargetProcessSHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
    TargetProcessSHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
    TargetUsername: (event) => field(event, 'User'),
    TargetUsernameType: (event) => (field(event, 'User').includes('\\') ? 'Windows' : 'Simple'),
    User: (event) => field(event, 'User') || field(event, 'ParentUser'),
    ActingProcessName: (event) => field(event, 'ParentImage'),
    ActingProcessFilename: (event) => baseName(field(event, 'ParentImage')),
    ActingProcessCommandLine: (event) => field(event, 'ParentCommandLine'),
    ActingProcessId: (event) => number(event, 'ParentProcessId'),
    ActorUsername: (event) => field(event, 'ParentUser'),
  }),
  // The parser resolves DeviceName into host and domain with a function that was not read.
  ...assumed(SOURCES.processDefender, {
    DvcHostname: hostName,
    Dvc: hostName,
  }),
]

/** From SecurityEvent 4688: no parent command line, no integrity level, no hashes. */
export const FROM_SECURITY_EVENT: readonly Recipe[] = [
  ...read(SOURCES.processSecurityEvent, {
    TimeGenerated: (event) => event.time,
    EventType: () => 'ProcessCreated',
    EventOriginalType: () => '4688',
    EventStartTime: (event) => event.time,
    EventEndTime: (event) => event.time,
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'Security Events',
    EventSchema: () => 'ProcessEvent',
    EventResult: () => 'Success',
    DvcOs: () => 'Windows',
    DvcHostname: (event) => event.computer,
    Dvc: (event) => event.computer,
    TargetProcessName: (event) => field(event, 'Image'),
    Process: (event) => field(event, 'Image'),
    // The name on disk.
    TargetProcessFilename: (event) => baseName(field(event, 'Image')),
    TargetProcessCommandLine: (event) => field(event, 'CommandLine'),
    CommandLine: (event) => field(event, 'CommandLine'),
    TargetProcessId: (event) => number(event, 'ProcessId'),
    ActingProcessName: (event) => field(event, 'ParentImage'),
    ActingProcessFilename: (event) => baseName(field(event, 'ParentImage')),
    ActingProcessId: (event) => number(event, 'ParentProcessId'),
    ActorUsername: (event) => {
      const { domain, name } = securitySubject(event)
      return domain === '' ? name : `${domain}\\${name}`
    },
    ActorUserId: (event) => securitySubject(event).sid,
    ActorUsernameType: () => 'Windows',
  }),
  // 4688 names no target user: the parser writes the stand-in that it knows for a SID.
  ...assumed(SOURCES.processSecurityEvent, {
    TargetUsername: standIn,
    User: standIn,
  }),
]

function standIn(event: SysmonEvent): string {
  return securitySubject(event).sid === 'S-1-5-18' ? 'Local System' : 'Nobody'
}
