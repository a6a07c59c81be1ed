import { expect, it } from 'vitest'
import { compile } from '@/lib/compiler/compile'
import type { Target } from '@/lib/compiler/compiled-query'
import { findFunction, findTableColumns } from '@/lib/kusto/schema-facts'
import { parseRule } from '@/lib/sigma/parse-rule'
import { evaluateQuery } from './kql-evaluator/evaluate-query'

/** Rows of the registry that no event of Sysmon's stands behind, by the parsers and references. */

function finds(
  target: Target,
  category: string,
  detection: string,
  name: string,
  row: Record<string, string | number>,
): boolean {
  const text = `title: Row\nlogsource: { product: windows, category: ${category} }\ndetection: ${detection}\n`
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const { kql, tables } = compile(parsed.document, target)
  if (kql === null) throw new Error('refused')
  const inputs = tables.map((table) => {
    const columns =
      findTableColumns(table, 'sentinel') ?? findFunction(table, 'sentinel')?.columns ?? {}
    return [table, { columns, rows: table === name ? [row] : [] }] as const
  })
  const named = Object.fromEntries(inputs)
  return evaluateQuery(kql, { tables: named, parsers: named }).length > 0
}

it('4657 tells of deleted values, and of none that only was read', () => {
  const detection = "{ sel: { 'TargetObject|endswith': '\\Tree\\Task\\SD' }, condition: sel }"
  const row = (OperationType: string) => ({
    EventID: 4657,
    OperationType,
    ObjectName: '\\REGISTRY\\MACHINE\\SOFTWARE\\Tree\\Task',
    ObjectValueName: 'SD',
  })
  const found = (category: string, operation: string) =>
    finds('azure-monitor', category, detection, 'SecurityEvent', row(operation))
  expect(found('registry_delete', '%%1906')).toBe(true)
  expect(found('registry_delete', '%%1905')).toBe(false)
  expect(found('registry_set', '%%1904')).toBe(true)
  expect(found('registry_set', '%%1906')).toBe(false)
  expect(found('registry_event', '%%1906')).toBe(true)
})

it('SentinelOne leaves the value in the key', () => {
  const detection = "{ sel: { 'TargetObject|endswith': '\\Run\\a' }, condition: sel }"
  const row = (EventProduct: string, RegistryKey: string) => ({
    EventProduct,
    EventType: 'RegistryValueSet',
    RegistryKey,
    RegistryValue: 'a',
  })
  const found = (product: string, key: string) =>
    finds('asim', 'registry_set', detection, '_Im_RegistryEvent', row(product, key))
  expect(found('SentinelOne', 'HKEY_LOCAL_MACHINE\\Run\\a')).toBe(true)
  expect(found('Falcon Data Replicator', 'HKEY_LOCAL_MACHINE\\Run')).toBe(true)
  expect(found('Falcon Data Replicator', 'HKEY_LOCAL_MACHINE\\Run\\a')).toBe(false)
})

it('4663, an access with the right to change a key, is no change', () => {
  const detection = "{ sel: { 'TargetObject|contains': '\\Run' }, condition: sel }"
  const found = (EventOriginalType: string) =>
    finds('asim', 'registry_set', detection, '_Im_RegistryEvent', {
      EventProduct: 'Security Events',
      EventType: 'RegistryValueSet',
      EventOriginalType,
      RegistryKey: 'HKEY_LOCAL_MACHINE\\Run',
    })
  expect(found('4657')).toBe(true)
  expect(found('4663')).toBe(false)
})

it('a user key is found under either hive, for a rule that says HKCU', () => {
  const detection = "{ sel: { 'TargetObject|startswith': 'HKCU\\Software\\a' }, condition: sel }"
  const found = (RegistryKey: string) =>
    finds('defender-xdr', 'registry_set', detection, 'DeviceRegistryEvents', {
      ActionType: 'RegistryValueSet',
      RegistryKey,
      RegistryValueName: 'b',
    })
  expect(found('HKEY_CURRENT_USER\\S-1-5-21-1-2-3-500\\Software\\a')).toBe(true)
  expect(found('HKEY_USERS\\S-1-5-21-1-2-3-500\\Software\\a')).toBe(true)
  expect(found('HKEY_LOCAL_MACHINE\\Software\\a')).toBe(false)
})
