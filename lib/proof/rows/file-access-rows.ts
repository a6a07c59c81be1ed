import { assumed, type Recipe, read, SOURCES } from './source'
import { baseName, field, securitySubject, subjectAccount } from './sysmon-event'

/** A file opened, as Security event 4663 tells of it where the file's audit list asks for it. */
export const FILE_ACCESSED: readonly Recipe[] = [
  ...read(SOURCES.securityEventTable, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    EventID: () => 4663,
    Channel: () => 'Security',
    EventSourceName: () => 'Microsoft-Windows-Security-Auditing',
    ObjectType: () => 'File',
    ObjectName: (event) => field(event, 'FileName'),
    ProcessName: (event) => field(event, 'Image'),
    Process: (event) => baseName(field(event, 'Image')),
    SubjectUserName: (event) => securitySubject(event).name,
    SubjectDomainName: (event) => securitySubject(event).domain,
    SubjectUserSid: (event) => securitySubject(event).sid,
    SubjectAccount: subjectAccount,
    Account: subjectAccount,
    Type: () => 'SecurityEvent',
  }),
  ...assumed(SOURCES.securityEventTable, { AccessMask: () => '0x1' }),
]

/** What the parser makes of it. */
export const FROM_SECURITY_EVENT: readonly Recipe[] = [
  ...read(SOURCES.fileSecurityEvent, {
    TimeGenerated: (event) => event.time,
    EventType: () => 'ObjectAccessed',
    EventOriginalType: () => '4663',
    EventCount: () => 1,
    EventVendor: () => 'Microsoft',
    EventProduct: () => 'Security Events',
    EventSchema: () => 'FileEvent',
    EventResult: () => 'Success',
    TargetFilePath: (event) => field(event, 'FileName'),
    FilePath: (event) => field(event, 'FileName'),
    ActingProcessName: (event) => field(event, 'Image'),
    Process: (event) => field(event, 'Image'),
    ActorUsername: subjectAccount,
    User: subjectAccount,
    ActorUserId: (event) => securitySubject(event).sid,
    DvcHostname: (event) => event.computer,
    Dvc: (event) => event.computer,
  }),
]
