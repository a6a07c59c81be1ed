import { FROM_DEFENDER as NETWORK_FROM_DEFENDER } from './asim-network-rows'
import { FROM_DEFENDER as PROCESS_FROM_DEFENDER } from './asim-process-rows'
import { assumed, type Recipe, read, SOURCES } from './source'
import {
  deviceId,
  field,
  hashOf,
  hostName,
  isOutbound,
  numberOf,
  type SysmonEvent,
} from './sysmon-event'
import { hostAccount, UNIX_SOURCES, unixBaseName } from './unix-sources'

/** Defender's rows of Linux and macOS as ASIM's parsers make them; later recipes replace earlier ones. */

const account = (name: string) => (event: SysmonEvent) => hostAccount(event, name)

/** DvcOs is `Linux` wherever AdditionalFields has POSIX ids, so on macOS too. */
export const PROCESS: readonly Recipe[] = [
  ...PROCESS_FROM_DEFENDER,
  ...read(SOURCES.processDefender, {
    DvcId: deviceId,
    DvcOs: () => 'Linux',
    TargetProcessFilename: (event) => unixBaseName(field(event, 'Image')),
    TargetProcessIntegrityLevel: () => '',
    TargetUsername: account('User'),
    TargetUserSessionId: () => '0',
    ActorUsername: account('ParentUser'),
    User: account('User'),
    ActingProcessFilename: (event) => unixBaseName(field(event, 'ParentImage')),
    ActingProcessName: (event) => field(event, 'ParentImage').toLowerCase(),
  }),
]

/** FolderPath has the name in it already; the parser appends it once more. */
const joined = (event: SysmonEvent): string =>
  `${field(event, 'TargetFilename')}/${unixBaseName(field(event, 'TargetFilename'))}`

export const FILE: readonly Recipe[] = [
  ...read(UNIX_SOURCES.fileDefender, {
    TimeGenerated: (event) => event.time,
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'M365 Defender for Endpoint',
    EventSchema: () => 'FileEvent',
    EventType: () => 'FileCreated',
    EventResult: () => 'Success',
    DvcId: deviceId,
    DvcOs: () => 'Linux',
    TargetFilePathType: () => 'Unix',
    TargetFilePath: joined,
    FilePath: joined,
    TargetFileName: (event) => unixBaseName(field(event, 'TargetFilename')),
    FileName: (event) => unixBaseName(field(event, 'TargetFilename')),
    ActingProcessName: (event) => field(event, 'Image').toLowerCase(),
    Process: (event) => field(event, 'Image').toLowerCase(),
    ActingProcessCommandLine: (event) => field(event, 'CommandLine'),
    ActingProcessId: (event) => numberOf(event, 'ProcessId')?.toString() ?? '',
    // Where the account has no user principal name.
    ActorUsername: account('User'),
    User: account('User'),
    TargetFileMD5: (event) => hashOf(event, 'MD5').toLowerCase(),
    TargetFileSHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
    TargetFileSHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
  }),
  ...assumed(UNIX_SOURCES.fileDefender, {
    Dvc: (event) => event.computer,
    DvcHostname: hostName,
  }),
]

const when =
  (outbound: boolean, value: (event: SysmonEvent) => string) =>
  (event: SysmonEvent): string =>
    isOutbound(event) === outbound ? value(event) : ''
const fileName = (event: SysmonEvent): string => unixBaseName(field(event, 'Image')).toLowerCase()

/** No DvcOs at all. */
export const NETWORK: readonly Recipe[] = [
  ...NETWORK_FROM_DEFENDER,
  ...read(SOURCES.networkDefender, {
    DvcId: deviceId,
    SrcProcessName: when(true, fileName),
    SrcAppName: when(true, fileName),
    SrcUsername: when(true, account('User')),
    SrcProcessCommandLine: when(true, (event) => field(event, 'CommandLine')),
    DstProcessName: when(false, fileName),
    DstAppName: when(false, fileName),
    DstUsername: when(false, account('User')),
    DstProcessCommandLine: when(false, (event) => field(event, 'CommandLine')),
    Process: fileName,
    User: account('User'),
  }),
]
