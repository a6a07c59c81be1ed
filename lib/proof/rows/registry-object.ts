import { field, type SysmonEvent } from './sysmon-event'

/** A registry object of a Sysmon event in the parts and words of others. */

/** `RegistryValueSet` of `SetValue`: the words of Defender's ActionType and of ASIM's EventType. */
export function registryWord(event: SysmonEvent): string {
  return WORDS[field(event, 'EventType')] ?? ''
}

const WORDS: Readonly<Record<string, string>> = {
  CreateKey: 'RegistryKeyCreated',
  DeleteKey: 'RegistryKeyDeleted',
  DeleteValue: 'RegistryValueDeleted',
  SetValue: 'RegistryValueSet',
  RenameKey: 'RegistryKeyRenamed',
}

export function isOfValue(event: SysmonEvent): boolean {
  return registryWord(event).startsWith('RegistryValue')
}

export interface RegistryObject {
  readonly key: string
  /** Empty for a key, and for the value without a name. */
  readonly value: string
}

/**
 * Key and value as the kernel parts them. Sysmon's one text does not say where a value's name
 * begins if it has a backslash of its own: here a path with a drive is taken for one, as in
 * `…\Exclusions\Paths\C:\Temp`.
 */
export function registryObject(event: SysmonEvent): RegistryObject {
  const path = field(event, 'TargetObject')
  if (!isOfValue(event)) return { key: path, value: '' }
  const parts = /^(.+?)\\([A-Za-z]:\\.*)$/s.exec(path) ?? /^(.*)\\([^\\]*)$/s.exec(path)
  const [, key = path, value = ''] = parts ?? []
  return { key, value: value === '(Default)' ? '' : value }
}

/** A path in the kernel's words: Sysmon's table of abbreviations, read backwards. */
export function longPath(path: string, machine: string, users: string): string {
  return path
    .replace(/^HKLM\\System\\CurrentControlSet(?=\\|$)/i, 'HKLM\\SYSTEM\\ControlSet001')
    .replace(/^HKCR(?=\\|$)/i, 'HKLM\\SOFTWARE\\Classes')
    .replace(/^HKLM(?=\\|$)/i, () => machine)
    .replace(/^HKU(?=\\|$)/i, () => users)
}

export type DataType = 'Dword' | 'QWord' | 'Binary' | 'String'

/** `Details` as data and its type: numbers in decimal. */
export function registryData(event: SysmonEvent): {
  readonly type: DataType
  readonly data: string
} {
  const details = field(event, 'Details')
  const dword = /^DWORD \(0x([0-9a-f]{8})\)$/i.exec(details)
  if (dword !== null) return { type: 'Dword', data: decimal(dword[1]) }
  const qword = /^QWORD \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/i.exec(details)
  if (qword !== null) return { type: 'QWord', data: decimal(`${qword[1]}${qword[2]}`) }
  if (details === 'Binary Data') return { type: 'Binary', data: '' }
  return { type: 'String', data: details === '(Empty)' ? '' : details }
}

function decimal(digits = '0'): string {
  return BigInt(`0x${digits}`).toString()
}
