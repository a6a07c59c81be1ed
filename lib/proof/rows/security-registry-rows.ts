import { longPath, registryData, registryObject } from './registry-object'
import { assumed, type Recipe, read, SOURCES } from './source'
import { field, numberOf, securitySubject, subjectAccount } from './sysmon-event'

/** The message ids of the types, from the event's own message table. */
const TYPE_IDS = { Dword: '%%1876', QWord: '%%1883', Binary: '%%1875', String: '%%1873' }

/** The audit event 4657 of the same value that was set; keys by the kernel's names. */
export const SECURITY_4657: readonly Recipe[] = [
  ...read(SOURCES.securityEvent4657, {
    TimeGenerated: (event) => event.time,
    Computer: (event) => event.computer,
    EventID: () => 4657,
    Channel: () => 'Security',
    EventSourceName: () => 'Microsoft-Windows-Security-Auditing',
    ObjectName: (event) =>
      longPath(registryObject(event).key, '\\REGISTRY\\MACHINE', '\\REGISTRY\\USER'),
    ObjectValueName: (event) => registryObject(event).value,
    OperationType: () => '%%1905',
    NewValueType: (event) => TYPE_IDS[registryData(event).type],
    ProcessName: (event) => field(event, 'Image'),
    ProcessId: (event) => `0x${(numberOf(event, 'ProcessId') ?? 0).toString(16)}`,
    SubjectUserName: (event) => securitySubject(event).name,
    SubjectDomainName: (event) => securitySubject(event).domain,
    SubjectUserSid: (event) => securitySubject(event).sid,
    SubjectAccount: subjectAccount,
    Account: subjectAccount,
    Type: () => 'SecurityEvent',
  }),
  // The page shows a text only.
  ...assumed(SOURCES.securityEvent4657, { NewValue: (event) => registryData(event).data }),
]
