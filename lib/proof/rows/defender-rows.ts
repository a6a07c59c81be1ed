import { assumed, type Recipe, read, SOURCES } from './source'
import {
  baseName,
  deviceId,
  field,
  hashOf,
  isOutbound,
  numberOf,
  type SysmonEvent,
  splitAccount,
} from './sysmon-event'

const account = (event: SysmonEvent) => splitAccount(field(event, 'User'))
const parentAccount = (event: SysmonEvent) => splitAccount(field(event, 'ParentUser'))
/** Sysmon writes "-" for what it does not know. */
const known = (text: string): string => (text === '-' ? '' : text)

/** Both clocks: Defender has Timestamp, Sentinel TimeGenerated; a database keeps the one it has. */
const CLOCK = read(SOURCES.defenderSchema, {
  Timestamp: (event) => event.time,
  TimeGenerated: (event) => event.time,
  DeviceId: deviceId,
  DeviceName: (event) => event.computer,
})

/** The same process as Defender for Endpoint reports it. */
export const DEVICE_PROCESS_EVENTS: readonly Recipe[] = [
  ...CLOCK,
  ...read(SOURCES.processSample, {
    ActionType: () => 'ProcessCreated',
    // The file name is part of FolderPath, on both sides.
    FileName: (event) => baseName(field(event, 'Image')),
    FolderPath: (event) => field(event, 'Image'),
    InitiatingProcessFileName: (event) => baseName(field(event, 'ParentImage')),
    InitiatingProcessFolderPath: (event) => field(event, 'ParentImage'),
    MD5: (event) => hashOf(event, 'MD5').toLowerCase(),
    SHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
    SHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
  }),
  ...read(SOURCES.defenderSchema, {
    ProcessCommandLine: (event) => field(event, 'CommandLine'),
    ProcessId: (event) => numberOf(event, 'ProcessId'),
    ProcessIntegrityLevel: (event) => field(event, 'IntegrityLevel'),
    ProcessVersionInfoCompanyName: (event) => known(field(event, 'Company')),
    ProcessVersionInfoProductName: (event) => known(field(event, 'Product')),
    ProcessVersionInfoOriginalFileName: (event) => known(field(event, 'OriginalFileName')),
    ProcessVersionInfoFileDescription: (event) => known(field(event, 'Description')),
    AccountDomain: (event) => account(event).domain,
    AccountName: (event) => account(event).name,
    InitiatingProcessCommandLine: (event) => field(event, 'ParentCommandLine'),
    InitiatingProcessId: (event) => numberOf(event, 'ParentProcessId'),
  }),
  ...assumed(SOURCES.defenderSchema, {
    // Sysmon has the file's version, Defender the product's: often the same text.
    ProcessVersionInfoProductVersion: (event) => known(field(event, 'FileVersion')),
    LogonId: (event) => Number(field(event, 'LogonId')) || null,
    InitiatingProcessAccountDomain: (event) => parentAccount(event).domain,
    InitiatingProcessAccountName: (event) => parentAccount(event).name,
  }),
]

const side = (event: SysmonEvent, outbound: string, inbound: string): string =>
  isOutbound(event) ? outbound : inbound

/** The same connection; local and remote change places when it came in. */
export const DEVICE_NETWORK_EVENTS: readonly Recipe[] = [
  ...CLOCK,
  ...read(SOURCES.networkDefender, {
    ActionType: (event) => side(event, 'ConnectionSuccess', 'InboundConnectionAccepted'),
    LocalIP: (event) => field(event, side(event, 'SourceIp', 'DestinationIp')),
    LocalPort: (event) => numberOf(event, side(event, 'SourcePort', 'DestinationPort')),
    RemoteIP: (event) => field(event, side(event, 'DestinationIp', 'SourceIp')),
    RemotePort: (event) => numberOf(event, side(event, 'DestinationPort', 'SourcePort')),
    InitiatingProcessFileName: (event) => baseName(field(event, 'Image')),
    InitiatingProcessAccountDomain: (event) => account(event).domain,
    InitiatingProcessAccountName: (event) => account(event).name,
  }),
  ...assumed(SOURCES.defenderSchema, {
    InitiatingProcessFolderPath: (event) => field(event, 'Image'),
    InitiatingProcessId: (event) => numberOf(event, 'ProcessId'),
    RemoteUrl: (event) => known(field(event, side(event, 'DestinationHostname', 'SourceHostname'))),
    // `Tcp`, `Udp`: the parser tests "startswith Tcp".
    Protocol: (event) =>
      field(event, 'Protocol').replace(/^[a-z]/, (letter) => letter.toUpperCase()),
  }),
]
