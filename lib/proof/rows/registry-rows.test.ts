import { describe, expect, it } from 'vitest'
import { findFunction, findTableColumns } from '@/lib/kusto/schema-facts'
import { evaluateQuery } from '../kql-evaluator/evaluate-query'
import * as registry from './asim-registry-rows'
import { createDatabase } from './create-database'
import { DEVICE_REGISTRY_EVENTS } from './device-registry-rows'
import * as dns from './dns-rows'
import { SECURITY_4657 } from './security-registry-rows'
import type { SysmonEvent } from './sysmon-event'

const event = (eventId: 12 | 13 | 14 | 22, fields: Record<string, string>): SysmonEvent => ({
  eventId,
  time: '2026-01-01T10:00:00.0000000Z',
  computer: 'host.example.org',
  fields: { Image: 'C:\\a.exe', User: 'CORP\\ann', ...fields },
})
const set = event(13, {
  EventType: 'SetValue',
  TargetObject: 'HKLM\\System\\CurrentControlSet\\a & b\\Paths\\C:\\Temp',
  Details: 'DWORD (0x00000010)',
})
const deleted = event(12, {
  EventType: 'DeleteValue',
  TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\a\\b',
})

describe('every recipe names a column that exists', () => {
  it.each([
    ['DeviceRegistryEvents', DEVICE_REGISTRY_EVENTS],
    ['SecurityEvent', SECURITY_4657],
    ['_Im_RegistryEvent', registry.FROM_SYSMON_EVENT],
    ['_Im_RegistryEvent', registry.FROM_SYSMON_WINDOWS_EVENT],
    ['_Im_RegistryEvent', registry.FROM_DEFENDER],
    ['_Im_RegistryEvent', registry.FROM_SECURITY_EVENT],
    ['DeviceEvents', dns.DNS_QUERY_RESPONSE],
    ['_Im_Dns', dns.FROM_SYSMON_EVENT],
    ['_Im_Dns', dns.FROM_SYSMON_WINDOWS_EVENT],
  ])('%s', (name, recipes) => {
    const columns = findTableColumns(name, null) ?? findFunction(name, null)?.columns ?? {}
    expect(recipes.map(({ column }) => column).filter((column) => !(column in columns))).toEqual([])
  })
})

it.each([
  ['sysmon-event', 'CurrentControlSet\\a &amp; b\\Paths\\C:', 'Temp', 'DWORD (0x00000010)'],
  ['sysmon-windows-event', 'CurrentControlSet\\a & b\\Paths\\C:', 'Temp', ''],
  ['defender', 'ControlSet001\\a & b\\Paths', 'C:\\Temp', '16'],
  ['security-event', 'ControlSet001\\a & b\\Paths', 'C:\\Temp', '16'],
] as const)('ASIM parts and keeps a value otherwise from %s', (source, key, value, data) => {
  const query = '_Im_RegistryEvent() | project k=RegistryKey, v=RegistryValue, d=RegistryValueData'
  const [row] = evaluateQuery(query, createDatabase(source, [set]))
  expect({ ...row, k: String(row?.k).replace(/^HKEY_LOCAL_MACHINE\\system\\/i, '') }).toEqual({
    k: key,
    v: value,
    d: data,
  })
})

it('Defender keeps what was deleted in Previous…, under the hive of the user', () => {
  const query =
    'DeviceRegistryEvents | project ActionType, RegistryKey, PreviousRegistryKey, PreviousRegistryValueName'
  expect(evaluateQuery(query, createDatabase('defender', [deleted], 'defender'))).toEqual([
    {
      ActionType: 'RegistryValueDeleted',
      RegistryKey: '',
      PreviousRegistryKey: 'HKEY_CURRENT_USER\\S-1-5-21-1-2-3-500\\Software\\a',
      PreviousRegistryValueName: 'b',
    },
  ])
})

it('4657 names keys as the kernel does', () => {
  const query =
    'SecurityEvent | project EventID, ObjectName, ObjectValueName, NewValueType, NewValue'
  expect(evaluateQuery(query, createDatabase('security-event', [set]))).toEqual([
    {
      EventID: 4657,
      ObjectName: '\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\a & b\\Paths',
      ObjectValueName: 'C:\\Temp',
      NewValueType: '%%1876',
      NewValue: '16',
    },
  ])
})

it('a name lookup in AdditionalFields, and with the response code in ASIM', () => {
  const lookup = event(22, { QueryName: 'a.example', QueryStatus: '9003', QueryResults: '-' })
  const defender = 'DeviceEvents | project q=tostring(parse_json(AdditionalFields).DnsQueryString)'
  expect(evaluateQuery(defender, createDatabase('defender', [lookup], 'defender'))).toEqual([
    { q: 'a.example' },
  ])
  const asim = '_Im_Dns() | project DnsQuery, DnsResponseCode, DnsResponseName'
  expect(evaluateQuery(asim, createDatabase('sysmon-event', [lookup]))).toEqual([
    { DnsQuery: 'a.example', DnsResponseCode: 3, DnsResponseName: '' },
  ])
})
