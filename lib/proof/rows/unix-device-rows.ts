import { DEVICE_NETWORK_EVENTS, DEVICE_PROCESS_EVENTS } from './defender-rows'
import { assumed, constant, type Recipe, read, SOURCES } from './source'
import { deviceId, field, hashOf, hostName, numberOf, type SysmonEvent } from './sysmon-event'
import { UNIX_SOURCES, unixBaseName } from './unix-sources'

/** Defender for Endpoint on Linux and macOS; later recipes of a column replace earlier ones. */

const domainOf = (name: string) => (event: SysmonEvent) =>
  field(event, name) === '' ? '' : hostName(event)

const lowerCase = (name: string) => (event: SysmonEvent) => field(event, name).toLowerCase()
const fileName = (name: string) => (event: SysmonEvent) => unixBaseName(field(event, name))
const textOf = (name: string) => (event: SysmonEvent) => field(event, name)

/** Who did it: the path in lower case, the host's name for a domain. */
const initiating = (image: string, user: string): readonly Recipe[] =>
  read(UNIX_SOURCES.processRow, {
    DeviceId: deviceId,
    InitiatingProcessFolderPath: lowerCase(image),
    InitiatingProcessFileName: fileName(image),
    InitiatingProcessAccountDomain: domainOf(user),
    InitiatingProcessAccountName: textOf(user),
  })

/** What POSIX knows of the new process: its folder, and the user's number. */
function additionalFields(event: SysmonEvent): string {
  return JSON.stringify({
    InitiatingProcessPosixProcessGroupId: 1,
    ProcessPosixEffectiveUser: {
      Name: field(event, 'User'),
      DomainName: hostName(event),
      LogonId: 0,
      PosixUserId: numberOf(event, 'LogonId'),
    },
    ProcessPosixProcessGroupId: 2,
    ProcessCurrentWorkingDirectory: field(event, 'CurrentDirectory'),
  })
}

export const PROCESS: readonly Recipe[] = [
  ...DEVICE_PROCESS_EVENTS,
  ...initiating('ParentImage', 'ParentUser'),
  ...read(UNIX_SOURCES.processRow, {
    FileName: (event) => unixBaseName(field(event, 'Image')),
    AccountDomain: domainOf('User'),
    AccountName: (event) => field(event, 'User'),
    AdditionalFields: additionalFields,
    LogonId: () => 0,
    ProcessIntegrityLevel: () => '',
  }),
]

export const NETWORK: readonly Recipe[] = [
  ...DEVICE_NETWORK_EVENTS,
  ...initiating('Image', 'User'),
  ...read(UNIX_SOURCES.networkRow, {
    InitiatingProcessFileName: (event) => unixBaseName(field(event, 'Image')).toLowerCase(),
    InitiatingProcessCommandLine: (event) => field(event, 'CommandLine'),
  }),
]

export const FILE: readonly Recipe[] = [
  ...initiating('Image', 'User'),
  ...read(SOURCES.defenderSchema, {
    Timestamp: (event) => event.time,
    TimeGenerated: (event) => event.time,
    DeviceName: (event) => event.computer,
    ActionType: () => 'FileCreated',
    FileName: (event) => unixBaseName(field(event, 'TargetFilename')),
    InitiatingProcessCommandLine: (event) => field(event, 'CommandLine'),
    InitiatingProcessId: (event) => numberOf(event, 'ProcessId'),
    MD5: (event) => hashOf(event, 'MD5').toLowerCase(),
    SHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
    SHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
  }),
  // With the file name, as in published rows of this table from Windows.
  ...assumed(SOURCES.defenderSchema, { FolderPath: (event) => field(event, 'TargetFilename') }),
]

const DEVICE = read(UNIX_SOURCES.deviceInfo, {
  Timestamp: (event) => event.time,
  TimeGenerated: (event) => event.time,
  DeviceId: deviceId,
  DeviceName: (event) => event.computer,
})

/** The device itself, as it is known at the time of the event. */
export function deviceInfo(platform: string): readonly Recipe[] {
  return [...DEVICE, ...constant(UNIX_SOURCES.deviceInfo, { OSPlatform: platform })]
}
