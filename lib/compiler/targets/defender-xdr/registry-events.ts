import { call, column, filter, type KqlExpression, literal, oneOf } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping, WordsMapping } from '../../mapping'
import { registryDataCautions, registryDataForms } from '../../registry-data'
import { HIVES, registryPath, valueName } from '../registry-fields'
import { INITIATING_PROCESS } from './initiating-process'

/**
 * DeviceRegistryEvents
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceregistryevents-table). Sysmon's
 * `TargetObject` is the key and, for a value, the value's name in one text; here they are two
 * columns. What was deleted, and a renamed key's old name, stand in Previous… (read in the ASIM
 * parser for this table, vimRegistryEventMicrosoft365D 0.1.3, and in plaso's reader of its export).
 */
const TABLE = 'DeviceRegistryEvents'
const ACTION = column('ActionType')

const KEY = column('RegistryKey')
const DELETED_KEY = call('coalesce', column('PreviousRegistryKey'), KEY)

const joined = (key: KqlExpression, ...names: readonly KqlExpression[]) =>
  call('strcat', key, literal('\\'), valueName(...names))
const SET_VALUE = joined(KEY, column('RegistryValueName'))
const DELETED_VALUE = joined(
  DELETED_KEY,
  column('PreviousRegistryValueName'),
  column('RegistryValueName'),
)

const is = (action: string) => filter(ACTION, '==', action)

const DETAILS: FieldMapping = {
  kind: 'value',
  value: column('RegistryValueData'),
  type: 'string',
  rewrite: (comparison) => registryDataForms(comparison, null),
  cautions: registryDataCautions,
}

/** Sysmon's event types, in the words of this table. */
const ACTIONS = {
  CreateKey: 'RegistryKeyCreated',
  DeleteKey: 'RegistryKeyDeleted',
  DeleteValue: 'RegistryValueDeleted',
  SetValue: 'RegistryValueSet',
  RenameKey: 'RegistryKeyRenamed',
} as const
type SysmonType = keyof typeof ACTIONS
const SYSMON_TYPES = Object.keys(ACTIONS) as readonly SysmonType[]

interface Kind {
  readonly category: string
  readonly types: readonly SysmonType[]
  readonly targetObject: KqlExpression
  readonly fields?: Readonly<Record<string, FieldMapping>>
}

function registryEvent({ category, types, targetObject, fields }: Kind): LogsourceMapping {
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: {
          kind: 'table',
          name: TABLE,
          gate: [
            oneOf(
              ACTION,
              'in',
              types.map((type) => ACTIONS[type]),
            ),
          ],
        },
        fields: {
          TargetObject: registryPath('TargetObject', targetObject, HIVES),
          EventType: eventType(types),
          ...INITIATING_PROCESS,
          ...fields,
        },
        unlisted: 'unmapped',
      },
    ],
  }
}

function eventType(types: readonly SysmonType[]): WordsMapping {
  const words = SYSMON_TYPES.map((type) => {
    const isOnlyOne = types.length === 1 && types.includes(type)
    const held = types.includes(type) && is(ACTIONS[type])
    return [type.toLowerCase(), isOnlyOne || held] as const
  })
  return { kind: 'words', words: Object.fromEntries(words) }
}

const ANY_OBJECT = call(
  'case',
  is(ACTIONS.SetValue),
  SET_VALUE,
  is(ACTIONS.DeleteValue),
  DELETED_VALUE,
  is(ACTIONS.CreateKey),
  KEY,
  DELETED_KEY,
)

export const REGISTRY_EVENTS: readonly LogsourceMapping[] = [
  registryEvent({
    category: 'registry_set',
    types: ['SetValue'],
    targetObject: SET_VALUE,
    fields: { Details: DETAILS },
  }),
  registryEvent({ category: 'registry_add', types: ['CreateKey'], targetObject: KEY }),
  registryEvent({
    category: 'registry_delete',
    types: ['DeleteKey', 'DeleteValue'],
    targetObject: call('iff', is(ACTIONS.DeleteValue), DELETED_VALUE, DELETED_KEY),
  }),
  registryEvent({
    category: 'registry_rename',
    types: ['RenameKey'],
    targetObject: DELETED_KEY,
    fields: { NewName: registryPath('NewName', KEY, HIVES) },
  }),
  registryEvent({
    category: 'registry_event',
    types: SYSMON_TYPES,
    targetObject: ANY_OBJECT,
    fields: {
      Details: DETAILS,
      NewName: registryPath(
        'NewName',
        call('iff', is(ACTIONS.RenameKey), KEY, literal('')),
        HIVES,
      ),
      EventID: {
        kind: 'words',
        words: {
          12: oneOf(ACTION, 'in', [ACTIONS.CreateKey, ACTIONS.DeleteKey, ACTIONS.DeleteValue]),
          13: is(ACTIONS.SetValue),
          14: is(ACTIONS.RenameKey),
        },
      },
    },
  }),
]
