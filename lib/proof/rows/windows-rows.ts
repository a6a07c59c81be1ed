import { eventXml } from './event-xml'
import { assumed, type Recipe, read, SOURCES } from './source'
import {
  baseName,
  field,
  numberOf,
  type SysmonEvent,
  securitySubject,
  subjectAccount,
} from './sysmon-event'

const CHANNEL = 'Microsoft-Windows-Sysmon/Operational'
const PROVIDER = 'Microsoft-Windows-Sysmon'

/** Integrity levels as mandatory labels (well-known SIDs, Windows security documentation). */
const LABELS: Readonly<Record<string, string>> = {
  Untrusted: 'S-1-16-0',
  Low: 'S-1-16-4096',
  Medium: 'S-1-16-8192',
  High: 'S-1-16-12288',
  System: 'S-1-16-16384',
}

/** Sysmon by the agent's Windows event log collection: EventData is XML in a string. */
export const EVENT: readonly Recipe[] = [
  ...read(SOURCES.eventTable, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    EventData: (event) => eventXml(event),
    EventID: (event) => event.eventId,
    EventLog: () => CHANNEL,
    Source: () => PROVIDER,
    Type: () => 'Event',
  }),
  ...assumed(SOURCES.eventTable, {
    EventLevel: () => 4,
    EventLevelName: () => 'Information',
    UserName: () => 'NT AUTHORITY\\SYSTEM',
  }),
]

/** Sysmon by Windows event forwarding: EventData is a bag of strings. */
export const WINDOWS_EVENT: readonly Recipe[] = [
  ...read(SOURCES.windowsEventTable, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    Channel: () => CHANNEL,
    Provider: () => PROVIDER,
    EventID: (event) => event.eventId,
    Type: () => 'WindowsEvent',
  }),
  // The parsers convert each member (tostring, toint, tobool), so the members are taken for texts.
  ...assumed(SOURCES.windowsEventTable, {
    EventData: (event) => event.fields,
    EventLevel: () => 4,
    EventLevelName: () => 'Information',
  }),
]

/** The audit event 4688 of the same process; the columns that it has and Sysmon knows. */
export const SECURITY_EVENT: readonly Recipe[] = [
  ...read(SOURCES.securityEventTable, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    EventID: () => 4688,
    Channel: () => 'Security',
    EventSourceName: () => 'Microsoft-Windows-Security-Auditing',
    NewProcessName: (event) => field(event, 'Image'),
    Process: (event) => baseName(field(event, 'Image')),
    ParentProcessName: (event) => field(event, 'ParentImage'),
    NewProcessId: (event) => hexadecimal(event, 'ProcessId'),
    ProcessId: (event) => hexadecimal(event, 'ParentProcessId'),
    SubjectUserName: (event) => securitySubject(event).name,
    SubjectDomainName: (event) => securitySubject(event).domain,
    SubjectUserSid: (event) => securitySubject(event).sid,
    SubjectAccount: subjectAccount,
    Account: subjectAccount,
    Type: () => 'SecurityEvent',
  }),
  ...assumed(SOURCES.securityEventTable, {
    // Only where the policy "include command line" is on.
    CommandLine: (event) => field(event, 'CommandLine'),
    MandatoryLabel: (event) => LABELS[field(event, 'IntegrityLevel')] ?? '',
    SubjectLogonId: (event) => field(event, 'LogonId'),
    TargetUserName: () => '-',
    TargetDomainName: () => '-',
    TargetUserSid: () => 'S-1-0-0',
    TargetAccount: () => '-\\-',
    TargetLogonId: () => '0x0',
    TokenElevationType: () => '%%1936',
    AccountType: () => 'User',
  }),
]

function hexadecimal(event: SysmonEvent, name: string): string {
  const value = numberOf(event, name)
  return value === null ? '' : `0x${value.toString(16)}`
}
