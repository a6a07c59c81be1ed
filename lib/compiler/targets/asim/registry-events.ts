import { and, call, column, filter, type KqlExpression, literal, oneOf, or } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { Caution, FieldMapping, LogsourceMapping, WordsMapping } from '../../mapping'
import { registryDataCautions, registryDataForms } from '../../registry-data'
import { hive } from '../../registry-path'
import { HIVES, registryPath, valueName } from '../registry-fields'

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
const KEY_OR_VALUE = call('iff', or([filter(TYPE, 'startswith', 'RegistryKey'), IN_KEY]), KEY, VALUE)
const RENAMED = filter(TYPE, '==', 'RegistryKeyRenamed')

const narrows = (message: string): Caution => ({
  code: 'TARGET_FIELD_APPROXIMATED',
  message,
  effect: 'narrows',
})

const path = (field: string, value: KqlExpression, caution?: Caution): FieldMapping =>
  registryPath(field, value, ASIM_HIVES, {
    fromXml: true,
    keepsBraces: true,
    ...(caution === undefined ? {} : { caution }),
  })

const DETAILS: FieldMapping = {
  kind: 'value',
  value: column('RegistryValueData'),
  type: 'string',
  fromXml: true,
  keepsBraces: true,
  rewrite: (comparison) => registryDataForms(comparison, filter(PRODUCT, '!=', 'Sysmon')),
  cautions: registryDataCautions,
  caution: narrows(
    `Rows from Sysmon by way of the table WindowsEvent have no "Details" in ${PARSER}: it is empty there.`,
  ),
}

const text = (name: string, caution?: Caution): FieldMapping => ({
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

const TYPES = {
  CreateKey: 'RegistryKeyCreated',
  DeleteKey: 'RegistryKeyDeleted',
  DeleteValue: 'RegistryValueDeleted',
  SetValue: 'RegistryValueSet',
  RenameKey: 'RegistryKeyRenamed',
} as const
type SysmonType = keyof typeof TYPES
const SYSMON_TYPES = Object.keys(TYPES) as readonly SysmonType[]

const is = (type: SysmonType) => filter(TYPE, '==', TYPES[type])
