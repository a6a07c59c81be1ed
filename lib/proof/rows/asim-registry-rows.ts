import type { Cell } from '../kql-evaluator/database'
import { defenderPath } from './device-registry-rows'
import { escapeXml } from './event-xml'
import { isOfValue, registryData, registryObject, registryWord } from './registry-object'
import { SECURITY_4657 } from './security-registry-rows'
import { constant, copied, type Recipe, read, SOURCES, type Source } from './source'
import { field, hostName, numberOf, type SysmonEvent, securitySubject } from './sysmon-event'

type Read = (event: SysmonEvent, name: string) => string

const isSet = (event: SysmonEvent) => field(event, 'EventType') === 'SetValue'
const isRenamed = (event: SysmonEvent) => field(event, 'EventType') === 'RenameKey'

/** The parser's table of hives; it compares the case. */
const HIVES: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKU: 'HKEY_USERS',
  HKCR: 'HKEY_LOCAL_MACHINE\\Classes',
}

/** `parse … with KeyPrefix "\\" KeyMain`, the prefix looked up: an unknown one becomes empty. */
function longKey(path: string): string {
  const at = path.indexOf('\\')
  if (at < 0) return '\\'
  return `${HIVES[path.slice(0, at)] ?? ''}\\${path.slice(at + 1)}`
}

/** Of a value, parted at the last backslash; a renamed key's new name is not read. */
function parted(event: SysmonEvent, text: Read): readonly [key: string, value: string] {
  if (isRenamed(event)) return ['', '']
  const whole = longKey(text(event, 'TargetObject'))
  if (!isOfValue(event)) return [whole, '']
  const [, key = '', value = ''] = /^(.+)\\(.+)$/.exec(whole) ?? []
  return [key, value]
}

const SYSMON_CONSTANTS = {
  EventProduct: 'Sysmon',
  EventVendor: 'Microsoft',
  EventSchema: 'RegistryEvent',
  EventResult: 'Success',
  EventCount: 1,
  DvcOs: 'Windows',
}

const SYSMON_VALUES = {
  TimeGenerated: (event: SysmonEvent) => event.time,
  EventType: registryWord,
  EventOriginalType: (event: SysmonEvent) => String(event.eventId),
  Dvc: (event: SysmonEvent) => event.computer,
}

const partOf = (text: Read, at: 0 | 1) => (event: SysmonEvent) => parted(event, text)[at]

/** Both flavours of the Sysmon parser; the machine's name gets no column but Dvc. */
function fromSysmon(source: Source, text: Read, own: Values): readonly Recipe[] {
  return [
    ...copied(source, text, { ActingProcessName: 'Image', Process: 'Image' }),
    ...copied(source, field, { EventOriginalSubType: 'EventType', ActingProcessId: 'ProcessId' }),
    ...constant(source, SYSMON_CONSTANTS),
    ...read(source, {
      ...SYSMON_VALUES,
      RegistryKey: partOf(text, 0),
      RegistryValue: partOf(text, 1),
      ...own,
    }),
  ]
}
type Values = Readonly<Record<string, (event: SysmonEvent) => Cell>>

const escaped: Read = (event, name) => escapeXml(field(event, name))
/** `Details` and the user are read only where the one follows the other. */
const behindDetails = (name: string) => (event: SysmonEvent) =>
  isSet(event) && event.fields.User !== undefined ? escaped(event, name) : ''

export const FROM_SYSMON_EVENT = fromSysmon(SOURCES.registrySysmon, escaped, {
  RegistryValueData: behindDetails('Details'),
  ActorUsername: behindDetails('User'),
  User: behindDetails('User'),
})

/** Reads the data under the name `Parameter`, which Sysmon does not use. */
export const FROM_SYSMON_WINDOWS_EVENT = fromSysmon(SOURCES.registrySysmonWindowsEvent, field, {
  RegistryValueData: () => '',
  ActorUsername: (event) => field(event, 'User'),
  User: (event) => field(event, 'User'),
})

const TYPE_NAMES = {
  Dword: 'Reg_DWord',
  QWord: 'Reg_QWord',
  Binary: 'Reg_Binary',
  String: 'Reg_Sz',
}

export const FROM_DEFENDER: readonly Recipe[] = [
  ...constant(SOURCES.registryDefender, {
    ...SYSMON_CONSTANTS,
    EventProduct: 'M365 Defender for Endpoint',
    DvcOs: '',
  }),
  ...read(SOURCES.registryDefender, {
    TimeGenerated: (event) => event.time,
    EventType: registryWord,
    RegistryKey: (event) =>
      defenderPath(isRenamed(event) ? field(event, 'NewName') : registryObject(event).key),
    RegistryValue: (event) => registryObject(event).value,
    RegistryValueType: (event) => (isSet(event) ? TYPE_NAMES[registryData(event).type] : ''),
    RegistryValueData: (event) => (isSet(event) ? registryData(event).data : ''),
    DvcHostname: (event) => event.computer,
    Dvc: (event) => event.computer,
    ActorUsername: (event) => field(event, 'User'),
    ActorUserId: (event) => securitySubject(event).sid,
    User: (event) => field(event, 'User'),
    ActingProcessName: (event) => field(event, 'Image'),
    ActingProcessId: (event) => numberOf(event, 'ProcessId')?.toString() ?? '',
    Process: (event) => field(event, 'Image'),
  }),
]

/** What the parser for 4657 makes of the columns of SecurityEvent. */
const OF_4657 = Object.fromEntries(SECURITY_4657.map(({ column, value }) => [column, value]))
const column4657 = (name: string) => (event: SysmonEvent) => String(OF_4657[name]?.(event) ?? '')

export const FROM_SECURITY_EVENT: readonly Recipe[] = [
  ...constant(SOURCES.registrySecurityEvent, {
    ...SYSMON_CONSTANTS,
    EventProduct: 'Security Events',
    EventType: 'RegistryValueSet',
    EventOriginalType: '4657',
  }),
  ...read(SOURCES.registrySecurityEvent, {
    TimeGenerated: (event) => event.time,
    RegistryKey: (event) =>
      column4657('ObjectName')(event)
        .replace(/^\\REGISTRY\\MACHINE/, 'HKEY_LOCAL_MACHINE')
        .replace(/^\\REGISTRY\\USER/, 'HKEY_USERS'),
    RegistryValue: column4657('ObjectValueName'),
    RegistryValueData: column4657('NewValue'),
    RegistryValueType: (event) => TYPE_NAMES[registryData(event).type].toUpperCase(),
    ActorUsername: column4657('SubjectAccount'),
    ActorUserId: column4657('SubjectUserSid'),
    User: column4657('SubjectAccount'),
    ActingProcessName: column4657('ProcessName'),
    ActingProcessId: (event) => numberOf(event, 'ProcessId')?.toString() ?? '',
    Process: column4657('ProcessName'),
    Dvc: (event) => event.computer,
    DvcHostname: hostName,
  }),
]
