import { column, filter, type KqlExpression } from '@/lib/kql/ast'
import type { Branch, FieldMapping, LogsourceMapping } from '../../mapping'
import { formsFromHive, hive } from '../../registry-path'
import { userHive } from '../registry-fields'
import { type EventFields, sysmonBranches } from './event-data'
import { auditedValues } from './registry-security-event'
import { namedFields } from './sysmon-fields'

/**
 * What Sysmon tells of the registry, in its manifest's order (Sysmon 15, schema 4.90): 12 a key
 * created or deleted, or a value deleted; 13 a value set; 14 a key or value renamed. EventType says
 * which.
 */
const OBJECT: EventFields = {
  RuleName: 'string',
  EventType: 'string',
  UtcTime: 'string',
  ProcessGuid: 'string',
  ProcessId: 'int',
  Image: 'string',
  TargetObject: 'string',
  User: 'string',
}
const VALUE_SET: EventFields = { ...OBJECT, Details: 'string' }
const RENAMED: EventFields = { ...OBJECT, NewName: 'string' }

/** A user's hive, which Sysmon never calls HKCU; and the machine's classes as 4657 has them. */
const HIVES = [hive('HKCU\\', 'HKU\\S-1-', null, '\\'), hive('HKCR\\', 'HKLM\\SOFTWARE\\Classes\\')]

/** Sysmon's own form of a path, and what else these hives are called. */
const path = (field: string): FieldMapping => ({
  kind: 'value',
  value: column(field),
  type: 'string',
  rewrite: (comparison) =>
    comparison.kind === 'string'
      ? [
          comparison,
          ...formsFromHive(comparison.value, HIVES).map((value) => ({ ...comparison, value })),
        ]
      : [comparison],
  cautions: userHive,
})

interface Kind {
  readonly category: string
  readonly event: string
  readonly eventIds: readonly number[]
  readonly fields: EventFields
  /** Where the event id says too little: the condition on EventType. */
  readonly ofType?: (eventType: KqlExpression) => KqlExpression
  readonly audited: readonly Branch[]
}

function registryEvent({
  category,
  event,
  eventIds,
  fields,
  ofType,
  audited,
}: Kind): LogsourceMapping {
  const branches = sysmonBranches(eventIds, fields).map((branch) => {
    const eventType = branch.values.EventType
    return ofType === undefined || eventType === undefined
      ? branch
      : { ...branch, gate: [...branch.gate, ofType(eventType)] }
  })
  const paths = fields.NewName === undefined ? ['TargetObject'] : ['TargetObject', 'NewName']
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: { kind: 'united', event, branches: [...branches, ...audited] },
        fields: {
          ...namedFields(fields),
          ...Object.fromEntries(paths.map((field) => [field, path(field)])),
        },
        unlisted: 'absent',
      },
    ],
  }
}

export const REGISTRY_EVENTS: readonly LogsourceMapping[] = [
  registryEvent({
    category: 'registry_set',
    event: 'Sysmon event 13',
    eventIds: [13],
    fields: VALUE_SET,
    audited: auditedValues(['SetValue']),
  }),
  registryEvent({
    category: 'registry_add',
    event: 'Sysmon event 12',
    eventIds: [12],
    fields: OBJECT,
    ofType: (eventType) => filter(eventType, '=~', 'CreateKey'),
    audited: [],
  }),
  registryEvent({
    category: 'registry_delete',
    event: 'Sysmon event 12',
    eventIds: [12],
    fields: OBJECT,
    ofType: (eventType) => filter(eventType, 'startswith', 'Delete'),
    audited: auditedValues(['DeleteValue']),
  }),
  registryEvent({
    category: 'registry_rename',
    event: 'Sysmon event 14',
    eventIds: [14],
    fields: RENAMED,
    audited: [],
  }),
  registryEvent({
    category: 'registry_event',
    event: 'Sysmon events 12 to 14',
    eventIds: [12, 13, 14],
    fields: { ...VALUE_SET, ...RENAMED },
    audited: auditedValues(['SetValue', 'DeleteValue']),
  }),
]
