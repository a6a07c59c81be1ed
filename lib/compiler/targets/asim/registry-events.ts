import { call, column, filter, type KqlExpression, literal, oneOf, or } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { Caution, FieldMapping, LogsourceMapping, ValueMapping } from '../../mapping'
import { registryDataCautions, registryDataForms } from '../../registry-data'
import { hive } from '../../registry-path'
import { HIVES, registryPath, valueName } from '../registry-fields'
import { isOfType, REGISTRY_TYPES, type RegistryType, registryTypeFields } from '../registry-types'

/**
 * _Im_RegistryEvent: what the parsers for Sysmon (0.3.1, tables Event and WindowsEvent), Microsoft
 * 365 Defender (0.1.3) and Security event 4657 (0.3.1) really write, read in Azure-Sentinel,
 * Parsers/ASimRegistryEvent. Sysmon's TargetObject is split at its last backslash, Defender's columns
 * are taken as they are: only key and value together are the same everywhere. SentinelOne and Carbon
 * Black leave the value in the key.
 *
 * The parser for the Event table reads the user behind `Details`, which only SetValue has, keeps XML
 * entities, and knows no new name of a renamed key; the one for WindowsEvent looks for the data under
 * a name that Sysmon does not use. The machine's name is in Dvc.
 */
const PARSER = '_Im_RegistryEvent'
const TYPE = column('EventType')
const PRODUCT = column('EventProduct')
const KEY = column('RegistryKey')

/** The Sysmon parsers replace HKCR by a key that does not exist. */
const ASIM_HIVES = [...HIVES, hive('HKCR\\', 'HKEY_LOCAL_MACHINE\\Classes\\')]

const NOT_4663 = filter(column('EventOriginalType'), '!=', '4663')
const LEFT_OUT_4663 =
  'Security event 4663 is not searched: it tells of an access with the right to change a key, not of what was changed.'

const IN_KEY = oneOf(PRODUCT, 'in', ['SentinelOne', 'Carbon Black Cloud'])
const VALUE = call('strcat', KEY, literal('\\'), valueName(column('RegistryValue')))
const SET_VALUE = call('iff', IN_KEY, KEY, VALUE)
const IS_KEY = or([filter(TYPE, 'startswith', 'RegistryKey'), IN_KEY])
const KEY_OR_VALUE = call('iff', IS_KEY, KEY, VALUE)
const RENAMED = filter(TYPE, '==', 'RegistryKeyRenamed')

const narrows = (message: string): Caution => ({
  code: 'TARGET_FIELD_APPROXIMATED',
  message,
  effect: 'narrows',
})

const NO_OLD_NAME = narrows(
  `Rows from Sysmon and Defender have no old name of a renamed key in ${PARSER}: a renamed key is not found by its "TargetObject".`,
)
const NO_NEW_NAME = narrows(`Rows from Sysmon have no new name of a renamed key in ${PARSER}.`)

const path = (field: string, value: KqlExpression, caution?: Caution): FieldMapping =>
  registryPath(field, value, ASIM_HIVES, {
    fromXml: true,
    keepsBraces: true,
    ...(caution === undefined ? {} : { caution }),
  })

/** As the schema writes them; the rows of 4657 have them in capitals, those of Sysmon have none. */
const DATA_TYPES = { dword: 'Reg_DWord', qword: 'Reg_QWord', binary: 'Reg_Binary' }

/** @param withData what holds where a value was set, if other rows are not gone already */
const details = (withData?: KqlExpression): FieldMapping => ({
  kind: 'value',
  value: column('RegistryValueData'),
  type: 'string',
  fromXml: true,
  keepsBraces: true,
  rewrite: (comparison) =>
    registryDataForms(comparison, {
      types: DATA_TYPES,
      others: filter(PRODUCT, '!=', 'Sysmon'),
      ...(withData === undefined ? {} : { withData }),
    }),
  cautions: registryDataCautions,
  caution: narrows(
    `Rows from Sysmon by way of the table WindowsEvent have no "Details" in ${PARSER}: it is empty there.`,
  ),
})

const text = (name: string, caution?: Caution): ValueMapping => ({
  kind: 'value',
  value: column(name),
  type: 'string',
  fromXml: true,
  keepsBraces: true,
  ...(caution === undefined ? {} : { caution }),
})

/** 4657 shows a built-in account as the computer's own: its SID tells which one it is. */
const user = (caution?: Caution): FieldMapping => ({
  kind: 'value',
  value: call('case', ...builtInAccounts(column('ActorUserId')), column('ActorUsername')),
  type: 'string',
  ...(caution === undefined ? {} : { caution }),
})
const ONLY_ON_SET = narrows(
  `Rows from Sysmon by way of the table Event have "User" in ${PARSER} only where a value is set.`,
)

interface Kind {
  readonly category: string
  readonly types: readonly RegistryType[]
  readonly targetObject: FieldMapping
  readonly user?: Caution
  readonly fields?: Readonly<Record<string, FieldMapping>>
}

function registryEvent({ category, types, targetObject, fields, ...kind }: Kind): LogsourceMapping {
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: { kind: 'function', name: PARSER, gate: [isOfType(TYPE, types), NOT_4663] },
        fields: {
          TargetObject: targetObject,
          ...registryTypeFields(TYPE, types),
          Image: { ...text('ActingProcessName'), losesCase: true },
          CommandLine: text(
            'ActingProcessCommandLine',
            narrows(
              `Only rows from Defender hold "CommandLine" in ${PARSER}; Sysmon's registry events have none.`,
            ),
          ),
          User: user(kind.user),
          ProcessId: { kind: 'value', value: column('ActingProcessId'), type: 'string' },
          Computer: text('Dvc'),
          ...fields,
        },
        unlisted: 'unmapped',
        leftOut: [LEFT_OUT_4663],
      },
    ],
  }
}

export const REGISTRY_EVENTS: readonly LogsourceMapping[] = [
  registryEvent({
    category: 'registry_set',
    types: ['SetValue'],
    targetObject: path('TargetObject', SET_VALUE),
    fields: { Details: details() },
  }),
  registryEvent({
    category: 'registry_add',
    types: ['CreateKey'],
    targetObject: path('TargetObject', KEY),
    user: ONLY_ON_SET,
  }),
  registryEvent({
    category: 'registry_delete',
    types: ['DeleteKey', 'DeleteValue'],
    targetObject: path('TargetObject', KEY_OR_VALUE),
    user: ONLY_ON_SET,
  }),
  registryEvent({
    category: 'registry_rename',
    types: ['RenameKey'],
    targetObject: path('TargetObject', column('RegistryPreviousKey'), NO_OLD_NAME),
    user: ONLY_ON_SET,
    fields: { NewName: path('NewName', KEY, NO_NEW_NAME) },
  }),
  registryEvent({
    category: 'registry_event',
    types: REGISTRY_TYPES,
    targetObject: path(
      'TargetObject',
      call('case', RENAMED, column('RegistryPreviousKey'), IS_KEY, KEY, VALUE),
      NO_OLD_NAME,
    ),
    user: ONLY_ON_SET,
    fields: {
      Details: details(isOfType(TYPE, ['SetValue'])),
      NewName: path('NewName', call('iff', RENAMED, KEY, literal('')), NO_NEW_NAME),
    },
  }),
]
