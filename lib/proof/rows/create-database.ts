import { findFunction, findTableColumns, type Workspace } from '@/lib/kusto/schema-facts'
import type { Database, TableInput } from '../kql-evaluator/database'
import * as network from './asim-network-rows'
import * as process from './asim-process-rows'
import { DEVICE_NETWORK_EVENTS, DEVICE_PROCESS_EVENTS } from './defender-rows'
import { makeRow, type Recipe } from './source'
import type { SysmonEvent } from './sysmon-event'
import { EVENT, SECURITY_EVENT, WINDOWS_EVENT } from './windows-rows'

/** How the event reached the workspace. */
export const ROW_SOURCES = [
  'sysmon-event',
  'sysmon-windows-event',
  'defender',
  'security-event',
] as const
export type RowSource = (typeof ROW_SOURCES)[number]

interface Recipes {
  /** Table → its recipes, by Sysmon event id. */
  readonly tables: Readonly<Record<string, Partial<Record<1 | 3, readonly Recipe[]>>>>
  readonly process: readonly Recipe[]
  readonly network: readonly Recipe[]
}

const RECIPES: Readonly<Record<RowSource, Recipes>> = {
  'sysmon-event': {
    tables: { Event: { 1: EVENT, 3: EVENT } },
    process: process.FROM_SYSMON_EVENT,
    network: network.FROM_SYSMON_EVENT,
  },
  'sysmon-windows-event': {
    tables: { WindowsEvent: { 1: WINDOWS_EVENT, 3: WINDOWS_EVENT } },
    process: process.FROM_SYSMON_WINDOWS_EVENT,
    network: network.FROM_SYSMON_WINDOWS_EVENT,
  },
  defender: {
    tables: {
      DeviceProcessEvents: { 1: DEVICE_PROCESS_EVENTS },
      DeviceNetworkEvents: { 3: DEVICE_NETWORK_EVENTS },
    },
    process: process.FROM_DEFENDER,
    network: network.FROM_DEFENDER,
  },
  'security-event': {
    tables: { SecurityEvent: { 1: SECURITY_EVENT } },
    process: process.FROM_SECURITY_EVENT,
    network: [],
  },
}

const TABLES = [
  'Event',
  'WindowsEvent',
  'SecurityEvent',
  'DeviceProcessEvents',
  'DeviceNetworkEvents',
]
const PROCESS_PARSERS = ['_Im_ProcessCreate', '_Im_ProcessEvent']
const NETWORK_PARSERS = ['_Im_NetworkSession']

/**
 * A workspace that the given events reached in one way only: that way's tables and ASIM rows are
 * filled, all other tables and parsers exist and are empty.
 *
 * @param workspace `defender` for queries of advanced hunting: Timestamp instead of TimeGenerated.
 */
export function createDatabase(
  source: RowSource,
  events: readonly SysmonEvent[],
  workspace: Workspace = 'sentinel',
): Database {
  const recipes = RECIPES[source]
  const ofKind = (id: 1 | 3): readonly SysmonEvent[] =>
    events.filter(({ eventId }) => eventId === id)
  const tables = TABLES.flatMap((name) => {
    const columns = findTableColumns(name, workspace)
    if (columns === undefined) return []
    const rows = ([1, 3] as const).flatMap((id) =>
      fill(columns, recipes.tables[name]?.[id] ?? [], ofKind(id)),
    )
    return [[name, { columns, rows }] as const]
  })
  return {
    tables: Object.fromEntries(tables),
    parsers: Object.fromEntries([
      ...PROCESS_PARSERS.map((name) => parserInput(name, recipes.process, ofKind(1))),
      ...NETWORK_PARSERS.map((name) => parserInput(name, recipes.network, ofKind(3))),
    ]),
  }
}

function parserInput(
  name: string,
  recipes: readonly Recipe[],
  events: readonly SysmonEvent[],
): readonly [string, TableInput] {
  const columns = findFunction(name, 'sentinel')?.columns ?? {}
  return [name, { columns, rows: fill(columns, recipes, events) }]
}

/** Columns that this workspace's table lacks are left out (Timestamp in Sentinel). */
function fill(
  columns: Readonly<Record<string, string>>,
  recipes: readonly Recipe[],
  events: readonly SysmonEvent[],
): TableInput['rows'] {
  if (recipes.length === 0) return []
  const present = recipes.filter(({ column }) => column in columns)
  return events.map((event) => makeRow(present, event))
}
