import type { LogsourceMapping } from '../../mapping'
import { type EventFields, sysmonBranches } from './event-data'
import { namedFields } from './sysmon-fields'

/** Sysmon event 22, in its manifest's order (Sysmon 15, schema 4.90). */
const FIELDS: EventFields = {
  RuleName: 'string',
  UtcTime: 'string',
  ProcessGuid: 'string',
  ProcessId: 'int',
  QueryName: 'string',
  QueryStatus: 'string',
  QueryResults: 'string',
  Image: 'string',
  User: 'string',
}

export const DNS_QUERY: LogsourceMapping = {
  logsource: { product: 'windows', category: 'dns_query' },
  variants: [
    {
      source: { kind: 'united', event: 'Sysmon event 22', branches: sysmonBranches([22], FIELDS) },
      fields: namedFields(FIELDS),
      unlisted: 'absent',
    },
  ],
}
