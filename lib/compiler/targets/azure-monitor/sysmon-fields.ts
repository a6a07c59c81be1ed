import { column } from '@/lib/kql/ast'
import type { FieldMapping } from '../../mapping'
import type { EventFields } from './event-data'

/**
 * The fields that Sysmon writes, in the manifest's order (Sysmon 15, schema 4.90:
 * https://learn.microsoft.com/sysinternals/downloads/sysmon and `sysmon -s`).
 */
export const PROCESS_CREATE: EventFields = {
  RuleName: 'string',
  UtcTime: 'string',
  ProcessGuid: 'string',
  ProcessId: 'int',
  Image: 'string',
  FileVersion: 'string',
  Description: 'string',
  Product: 'string',
  Company: 'string',
  OriginalFileName: 'string',
  CommandLine: 'string',
  CurrentDirectory: 'string',
  User: 'string',
  LogonGuid: 'string',
  LogonId: 'string',
  TerminalSessionId: 'int',
  IntegrityLevel: 'string',
  Hashes: 'string',
  ParentProcessGuid: 'string',
  ParentProcessId: 'int',
  ParentImage: 'string',
  ParentCommandLine: 'string',
  ParentUser: 'string',
}

export const NETWORK_CONNECT: EventFields = {
  RuleName: 'string',
  UtcTime: 'string',
  ProcessGuid: 'string',
  ProcessId: 'int',
  Image: 'string',
  User: 'string',
  Protocol: 'string',
  Initiated: 'string',
  SourceIsIpv6: 'string',
  SourceIp: 'string',
  SourceHostname: 'string',
  SourcePort: 'int',
  SourcePortName: 'string',
  DestinationIsIpv6: 'string',
  DestinationIp: 'string',
  DestinationHostname: 'string',
  DestinationPort: 'int',
  DestinationPortName: 'string',
}

/** What every event has beside its data. */
const ENVELOPE: EventFields = {
  Provider_Name: 'string',
  Channel: 'string',
  EventID: 'int',
  Computer: 'string',
}

/** Each field under its own name: the branches make it so. */
export function namedFields(fields: EventFields): Record<string, FieldMapping> {
  return Object.fromEntries(
    Object.entries({ ...fields, ...ENVELOPE }).map(([name, type]) => [
      name,
      { kind: 'value', value: column(name), type },
    ]),
  )
}
