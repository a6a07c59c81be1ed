import { parsedFromXml } from './event-xml'
import { assumed, constant, copied, type Recipe, read, SOURCES, type Source } from './source'
import {
  baseName,
  field,
  hashOf,
  hostName,
  numberOf,
  type SysmonEvent,
  splitAccount,
} from './sysmon-event'

type Read = (event: SysmonEvent, name: string) => string

/** What both flavours of the Sysmon parser take as it is, of events 11, 23 and 26. */
const SYSMON_FIELDS = {
  ActingProcessName: 'Image',
  Process: 'Image',
  ActingProcessId: 'ProcessId',
  ActorUsername: 'User',
  User: 'User',
  TargetFilePath: 'TargetFilename',
  FilePath: 'TargetFilename',
}

const SYSMON_CONSTANTS = {
  EventProduct: 'Sysmon',
  EventVendor: 'Microsoft',
  EventSchema: 'FileEvent',
  EventResult: 'Success',
  EventSeverity: 'Informational',
  EventCount: 1,
  DvcOs: 'Windows',
  // Not the schema's `Windows Local`.
  TargetFilePathType: 'Windows',
}

const SYSMON_VALUES = {
  TimeGenerated: (event: SysmonEvent) => event.time,
  EventType: (event: SysmonEvent) => (event.eventId === 11 ? 'FileCreated' : 'FileDeleted'),
  EventOriginalType: (event: SysmonEvent) => String(event.eventId),
  DvcHostname: (event: SysmonEvent) => event.computer,
  Dvc: (event: SysmonEvent) => event.computer,
  ActingProcessGuid: (event: SysmonEvent) => field(event, 'ProcessGuid').replace(/^\{|\}$/g, ''),
  ActorUsernameType: (event: SysmonEvent) => (field(event, 'User') === '' ? '' : 'Windows'),
  TargetFileMD5: (event: SysmonEvent) => hashOf(event, 'MD5'),
  TargetFileSHA1: (event: SysmonEvent) => hashOf(event, 'SHA1'),
  TargetFileSHA256: (event: SysmonEvent) => hashOf(event, 'SHA256'),
}

function fromSysmon(source: Source, text: Read): readonly Recipe[] {
  const name: Read = (event, of) => baseName(text(event, of))
  return [
    ...copied(source, text, SYSMON_FIELDS),
    ...copied(source, name, { TargetFileName: 'TargetFilename', FileName: 'TargetFilename' }),
    ...constant(source, SYSMON_CONSTANTS),
    ...read(source, SYSMON_VALUES),
  ]
}

/** From the Event table: values stay escaped, outer braces are lost. */
export const FROM_SYSMON_EVENT = fromSysmon(SOURCES.fileSysmon, parsedFromXml)

/** From the WindowsEvent table: values as recorded. */
export const FROM_SYSMON_WINDOWS_EVENT = fromSysmon(SOURCES.fileSysmonWindowsEvent, field)

/** The parser joins FolderPath, which has the name in it already, and FileName. */
const joined = (name: string) => (event: SysmonEvent) =>
  `${field(event, name)}\\${baseName(field(event, name))}`

/** A domain account has a user principal name, which the parser prefers; a built-in one has none. */
function actor(event: SysmonEvent): string {
  const { domain, name } = splitAccount(field(event, 'User'))
  const isBuiltIn = domain === '' || /^nt /i.test(domain)
  return isBuiltIn ? `${domain}\\${name}` : `${name}@${domain}.example`.toLowerCase()
}

/** From DeviceFileEvents, whose action type the parser takes for EventType. */
const FROM_DEFENDER: readonly Recipe[] = [
  ...read(SOURCES.fileDefender, {
    TimeGenerated: (event) => event.time,
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'M365 Defender for Endpoint',
    EventSchema: () => 'FileEvent',
    EventResult: () => 'Success',
    EventSeverity: () => 'Informational',
    DvcOs: () => 'Windows',
    TargetFilePathType: () => 'Windows Local',
    TargetFilePath: joined('TargetFilename'),
    FilePath: joined('TargetFilename'),
    TargetFileName: (event) => baseName(field(event, 'TargetFilename')),
    FileName: (event) => baseName(field(event, 'TargetFilename')),
    ActingProcessName: (event) => field(event, 'Image'),
    Process: (event) => field(event, 'Image'),
    ActingProcessCommandLine: (event) => field(event, 'CommandLine'),
    ActingProcessId: (event) => numberOf(event, 'ProcessId')?.toString() ?? '',
    TargetFileMD5: (event) => hashOf(event, 'MD5').toLowerCase(),
    TargetFileSHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
    TargetFileSHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
  }),
  ...assumed(SOURCES.fileDefender, {
    ActorUsername: actor,
    User: actor,
    // The parser resolves DeviceName with a function that was not read; Dvc is its full name.
    Dvc: (event) => event.computer,
    DvcHostname: hostName,
  }),
]

const fromDefender = (eventType: string): readonly Recipe[] => [
  ...FROM_DEFENDER,
  ...constant(SOURCES.fileDefender, { EventType: eventType }),
]

export const CREATED_FROM_DEFENDER = fromDefender('FileCreated')
export const DELETED_FROM_DEFENDER = fromDefender('FileDeleted')
export const RENAMED_FROM_DEFENDER: readonly Recipe[] = [
  ...fromDefender('FileRenamed'),
  ...read(SOURCES.fileDefender, {
    SrcFilePath: joined('SourceFilename'),
    SrcFileName: (event) => baseName(field(event, 'SourceFilename')),
  }),
]
