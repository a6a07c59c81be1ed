import { findFunction, findTableColumns, type Workspace } from '@/lib/kusto/schema-facts'
import type { Database, TableInput } from '../kql-evaluator/database'
import * as file from './asim-file-rows'
import * as network from './asim-network-rows'
import * as process from './asim-process-rows'
import * as registry from './asim-registry-rows'
import { DEVICE_NETWORK_EVENTS, DEVICE_PROCESS_EVENTS } from './defender-rows'
import * as deviceFile from './device-file-rows'
import { DEVICE_REGISTRY_EVENTS } from './device-registry-rows'
import * as dns from './dns-rows'
import {
  FROM_SECURITY_EVENT as ACCESSED_FROM_SECURITY_EVENT,
  FILE_ACCESSED,
} from './file-access-rows'
import { SECURITY_4657 } from './security-registry-rows'
import { makeRow, type Recipe } from './source'
import { EVENT_IDS, type EventId, type SysmonEvent } from './sysmon-event'
import { deviceInfo } from './unix-device-rows'
import { DEVICE_PLATFORMS, UNIX_RECIPES } from './unix-recipes'
import { EVENT, SECURITY_EVENT, WINDOWS_EVENT } from './windows-rows'

/** How the event reached the workspace. */
export const ROW_SOURCES = [
  'sysmon-event',
  'sysmon-windows-event',
  'defender',
  'security-event',
  'sysmon-linux',
  'defender-linux',
  'defender-macos',
] as const
export type RowSource = (typeof ROW_SOURCES)[number]

type ByEvent = Readonly<Partial<Record<EventId, readonly Recipe[]>>>

/** What one way fills: a table or an ASIM parser → its recipes, by Sysmon event id. */
type Filled = Readonly<Record<string, ByEvent>>

const processCreate = (recipes: readonly Recipe[]): Filled => ({
  _Im_ProcessCreate: { 1: recipes },
  _Im_ProcessEvent: { 1: recipes },
})
const networkSession = (recipes: readonly Recipe[]): Filled => ({
  _Im_NetworkSession: { 3: recipes },
})

const fileFromSysmon = (recipes: readonly Recipe[]): Filled => ({
  _Im_FileEvent: { 11: recipes, 23: recipes, 26: recipes },
})

/** Keys and values: 12, 13 and 14 are in one form. */
const anyOfRegistry = (recipes: readonly Recipe[]): ByEvent => ({
  12: recipes,
  13: recipes,
  14: recipes,
})

const RECIPES: Readonly<Record<RowSource, Filled>> = {
  'sysmon-event': {
    Event: everyEvent(EVENT),
    ...processCreate(process.FROM_SYSMON_EVENT),
    ...networkSession(network.FROM_SYSMON_EVENT),
    ...fileFromSysmon(file.FROM_SYSMON_EVENT),
    _Im_RegistryEvent: anyOfRegistry(registry.FROM_SYSMON_EVENT),
    _Im_Dns: { 22: dns.FROM_SYSMON_EVENT },
  },
  'sysmon-windows-event': {
    WindowsEvent: everyEvent(WINDOWS_EVENT),
    ...processCreate(process.FROM_SYSMON_WINDOWS_EVENT),
    ...networkSession(network.FROM_SYSMON_WINDOWS_EVENT),
    ...fileFromSysmon(file.FROM_SYSMON_WINDOWS_EVENT),
    _Im_RegistryEvent: anyOfRegistry(registry.FROM_SYSMON_WINDOWS_EVENT),
    _Im_Dns: { 22: dns.FROM_SYSMON_WINDOWS_EVENT },
  },
  defender: {
    DeviceProcessEvents: { 1: DEVICE_PROCESS_EVENTS },
    DeviceNetworkEvents: { 3: DEVICE_NETWORK_EVENTS },
    DeviceFileEvents: {
      11: deviceFile.FILE_CREATED,
      23: deviceFile.FILE_DELETED,
      26: deviceFile.FILE_DELETED,
      29: deviceFile.FILE_CREATED,
      'file-rename': deviceFile.FILE_RENAMED,
    },
    DeviceEvents: { 2: deviceFile.FILE_TIME_CHANGED, 22: dns.DNS_QUERY_RESPONSE },
    DeviceRegistryEvents: anyOfRegistry(DEVICE_REGISTRY_EVENTS),
    _Im_RegistryEvent: anyOfRegistry(registry.FROM_DEFENDER),
    DeviceImageLoadEvents: { 7: deviceFile.IMAGE_LOADED },
    _Im_FileEvent: {
      11: file.CREATED_FROM_DEFENDER,
      23: file.DELETED_FROM_DEFENDER,
      26: file.DELETED_FROM_DEFENDER,
      'file-rename': file.RENAMED_FROM_DEFENDER,
    },
    ...processCreate(process.FROM_DEFENDER),
    ...networkSession(network.FROM_DEFENDER),
  },
  'security-event': {
    // 4657 tells of values only; here of those that were set.
    SecurityEvent: { 1: SECURITY_EVENT, 13: SECURITY_4657, 'file-access': FILE_ACCESSED },
    _Im_FileEvent: { 'file-access': ACCESSED_FROM_SECURITY_EVENT },
    _Im_RegistryEvent: { 13: registry.FROM_SECURITY_EVENT },
    ...processCreate(process.FROM_SECURITY_EVENT),
  },
  ...UNIX_RECIPES,
}

/** The tables and parsers in which a way leaves a row of this kind of event. */
export function filledNames(source: RowSource, eventId: EventId): readonly string[] {
  return Object.entries(RECIPES[source]).flatMap(([name, byEvent]) =>
    byEvent[eventId] === undefined ? [] : [name],
  )
}

/** Tables and parsers that exist in the workspace, whoever fills them. */
const TABLES = distinctNames((name) => !name.startsWith('_'))
const PARSERS = distinctNames((name) => name.startsWith('_'))

function distinctNames(is: (name: string) => boolean): readonly string[] {
  return [...new Set(Object.values(RECIPES).flatMap(Object.keys))].filter(is)
}

/** The raw carriers hold any kind of event in the same form. */
function everyEvent(recipes: readonly Recipe[]): ByEvent {
  return Object.fromEntries(EVENT_IDS.map((id) => [id, recipes]))
}

/**
 * A workspace that the given events reached in one way only: that way's tables and ASIM rows are
 * filled, all other tables and parsers exist and are empty.
 *
 * @param workspace `defender` for queries of advanced hunting: Timestamp instead of TimeGenerated.
 * @param known whether DeviceInfo shows the device, as it does for each but not at every time
 */
export function createDatabase(
  source: RowSource,
  events: readonly SysmonEvent[],
  workspace: Workspace = 'sentinel',
  known = true,
): Database {
  const filled = RECIPES[source]
  const inputOf = (name: string, columns: Columns): readonly [string, TableInput] => [
    name,
    {
      columns,
      rows: events.flatMap((event) => fill(columns, filled[name]?.[event.eventId], event)),
    },
  ]
  const tables = TABLES.flatMap((name) => {
    const columns = findTableColumns(name, workspace)
    return columns === undefined ? [] : [inputOf(name, columns)]
  })
  const platform = DEVICE_PLATFORMS[source]
  const columns = findTableColumns('DeviceInfo', workspace) ?? {}
  const devices = platform === undefined || !known ? undefined : deviceInfo(platform)
  const rows = events.flatMap((event) => fill(columns, devices, event))
  const parsers = PARSERS.map((name) =>
    inputOf(name, findFunction(name, 'sentinel')?.columns ?? {}),
  )
  return {
    tables: { ...Object.fromEntries(tables), DeviceInfo: { columns, rows } },
    parsers: Object.fromEntries(parsers),
  }
}

type Columns = Readonly<Record<string, string>>

/** Columns that this workspace's table lacks are left out (Timestamp in Sentinel). */
function fill(
  columns: Columns,
  recipes: readonly Recipe[] | undefined,
  event: SysmonEvent,
): TableInput['rows'] {
  if (recipes === undefined) return []
  return [
    makeRow(
      recipes.filter(({ column }) => column in columns),
      event,
    ),
  ]
}
