import { call, column, type KqlExpression, literal } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import { registryDataCautions, registryDataForms } from '../../registry-data'
import { HIVES, registryPath, valueName } from '../registry-fields'
import { isOfType, REGISTRY_TYPES, type RegistryType, registryTypeFields } from '../registry-types'
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

const is = (type: RegistryType) => isOfType(ACTION, [type])

const DATA_TYPES = { dword: 'Dword', qword: 'QWord', binary: 'Binary' }

/** @param withData what holds where a value was set, if other rows are not gone already */
const details = (withData?: KqlExpression): FieldMapping => ({
  kind: 'value',
  value: column('RegistryValueData'),
  type: 'string',
  rewrite: (comparison) =>
    registryDataForms(comparison, {
      types: DATA_TYPES,
      others: null,
      ...(withData === undefined ? {} : { withData }),
    }),
  cautions: registryDataCautions,
})

interface Kind {
  readonly category: string
  readonly types: readonly RegistryType[]
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
          gate: [isOfType(ACTION, types)],
        },
        fields: {
          TargetObject: registryPath('TargetObject', targetObject, HIVES),
          ...registryTypeFields(ACTION, types),
          ...INITIATING_PROCESS,
          ...fields,
        },
        unlisted: 'unmapped',
      },
    ],
  }
}

const ANY_OBJECT = call(
  'case',
  is('SetValue'),
  SET_VALUE,
  is('DeleteValue'),
  DELETED_VALUE,
  is('CreateKey'),
  KEY,
  DELETED_KEY,
)

export const REGISTRY_EVENTS: readonly LogsourceMapping[] = [
  registryEvent({
    category: 'registry_set',
    types: ['SetValue'],
    targetObject: SET_VALUE,
    fields: { Details: details() },
  }),
  registryEvent({ category: 'registry_add', types: ['CreateKey'], targetObject: KEY }),
  registryEvent({
    category: 'registry_delete',
    types: ['DeleteKey', 'DeleteValue'],
    targetObject: call('iff', is('DeleteValue'), DELETED_VALUE, DELETED_KEY),
  }),
  registryEvent({
    category: 'registry_rename',
    types: ['RenameKey'],
    targetObject: DELETED_KEY,
    fields: { NewName: registryPath('NewName', KEY, HIVES) },
  }),
  registryEvent({
    category: 'registry_event',
    types: REGISTRY_TYPES,
    targetObject: ANY_OBJECT,
    fields: {
      Details: details(is('SetValue')),
      NewName: registryPath('NewName', call('iff', is('RenameKey'), KEY, literal('')), HIVES),
    },
  }),
]
