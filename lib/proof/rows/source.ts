import type { Cell } from '../kql-evaluator/database'
import type { SysmonEvent } from './sysmon-event'

/** Where a recipe was read. */
export interface Source {
  readonly name: string
  /** Repository path and commit, or the address of a page. */
  readonly reference: string
  readonly version: string
}

/** How the value of one column comes about. */
export interface Recipe {
  readonly column: string
  readonly value: (event: SysmonEvent) => Cell
  readonly source: Source
  /** No reference states it; a reading of ours. */
  readonly isAssumed: boolean
}

type Values = Readonly<Record<string, (event: SysmonEvent) => Cell>>

/** Recipes that a source states. */
export function read(source: Source, values: Values): readonly Recipe[] {
  return makeRecipes(source, values, false)
}

/** Recipes that follow no statement, only our reading of a source. */
export function assumed(source: Source, values: Values): readonly Recipe[] {
  return makeRecipes(source, values, true)
}

/** Recipes that copy a field into a column; `text` is how the source reads a field. */
export function copied(
  source: Source,
  text: (event: SysmonEvent, name: string) => string,
  fields: Readonly<Record<string, string>>,
): readonly Recipe[] {
  return Object.entries(fields).map(([column, name]) => ({
    column,
    value: (event) => text(event, name),
    source,
    isAssumed: false,
  }))
}

/** Recipes that give every row the same value. */
export function constant(
  source: Source,
  cells: Readonly<Record<string, string | number>>,
): readonly Recipe[] {
  return Object.entries(cells).map(([column, cell]) => ({
    column,
    value: () => cell,
    source,
    isAssumed: false,
  }))
}

function makeRecipes(source: Source, values: Values, isAssumed: boolean): readonly Recipe[] {
  return Object.entries(values).map(([column, value]) => ({ column, value, source, isAssumed }))
}

/** The row that recipes make of an event. */
export function makeRow(
  recipes: readonly Recipe[],
  event: SysmonEvent,
): Readonly<Record<string, Cell>> {
  return Object.fromEntries(recipes.map((recipe) => [recipe.column, recipe.value(event)]))
}

const SENTINEL = 'Azure/Azure-Sentinel Parsers'

export const SOURCES = {
  eventTable: {
    name: 'Azure Monitor Event table; a published row of Sysmon event 3',
    reference: 'learn.microsoft.com/azure/azure-monitor/reference/tables/event',
    version: 'row of 2026-06-16',
  },
  windowsEventTable: {
    name: 'Azure Monitor WindowsEvent table',
    reference: 'learn.microsoft.com/azure/azure-monitor/reference/tables/windowsevent',
    version: '2026-08-14',
  },
  securityEventTable: {
    name: 'Azure Monitor SecurityEvent table; Windows security event 4688',
    reference: 'learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent',
    version: '2026-08-14',
  },
  processSample: {
    name: 'Published rows of DeviceProcessEvents',
    reference:
      'Azure/Azure-Sentinel Sample Data/ASIM/M365_ProcessEvents_InesgtedLogs.csv @3a421db7',
    version: '2023-10-25',
  },
  defenderSchema: {
    name: 'Advanced hunting schema',
    reference: 'learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables',
    version: '2026-07-27',
  },
  processSysmon: {
    name: 'vimProcessCreateMicrosoftSysmon',
    reference: `${SENTINEL}/ASimProcessEvent/Parsers/vimProcessCreateMicrosoftSysmon.yaml @870f8934`,
    version: '0.4.0',
  },
  processSysmonWindowsEvent: {
    name: 'vimProcessEventCreateMicrosoftSysmonWindowsEvent',
    reference: `${SENTINEL}/ASimProcessEvent/Parsers/vimProcessCreateMicrosoftSysmonWidowsEvent.yaml @28d9e754`,
    version: '0.5.1',
  },
  processDefender: {
    name: 'vimProcessEventMicrosoft365D',
    reference: `${SENTINEL}/ASimProcessEvent/Parsers/vimProcessEventMicrosoft365D.yaml @442ef2ff`,
    version: '0.2.0',
  },
  processSecurityEvent: {
    name: 'vimProcessCreateMicrosoftSecurityEvents',
    reference: `${SENTINEL}/ASimProcessEvent/Parsers/vimProcessCreateMicrosoftSecurityEvents.yaml @07c6272f`,
    version: '0.2.1',
  },
  networkSysmon: {
    name: 'vimNetworkSessionMicrosoftSysmon',
    reference: `${SENTINEL}/ASimNetworkSession/Parsers/vimNetworkSessionMicrosoftSysmon.yaml @9f1e7340`,
    version: '0.1.1',
  },
  networkSysmonWindowsEvent: {
    name: 'vimNetworkSessionMicrosoftSysmonWindowsEvent',
    reference: `${SENTINEL}/ASimNetworkSession/Parsers/vimNetworkSessionMicrosoftSysmonWindowsEvent.yaml @0230d809`,
    version: '0.1.1',
  },
  networkDefender: {
    name: 'vimNetworkSessionMicrosoft365Defender',
    reference: `${SENTINEL}/ASimNetworkSession/Parsers/vimNetworkSessionMicrosoft365Defender.yaml @cbdb7dfe`,
    version: '0.4',
  },
  defenderActions: {
    name: 'The portal schema reference of action types, as published by its readers',
    reference:
      'learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables#get-schema-information',
    version: '2023-2024',
  },
  fileSysmon: {
    name: 'vimFileEventMicrosoftSysmon',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventMicrosoftSysmon.yaml @083f1564`,
    version: '0.4',
  },
  fileSysmonWindowsEvent: {
    name: 'vimFileEventMicrosoftSysmonWindowsEvent',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventMicrosoftSysmonWindowsEvent.yaml @a759944b`,
    version: '0.5.1',
  },
  fileSecurityEvent: {
    name: 'vimFileEventMicrosoftSecurityEvents',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventMicrosoftSecurityEvents.yaml @068fb8bb`,
    version: '0.2.1',
  },
  fileDefender: {
    name: 'vimFileEventMicrosoft365D',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventM365D.yaml @02c92264`,
    version: '0.2.1',
  },
  securityEvent4657: {
    name: 'Windows security event 4657',
    reference:
      'learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4657',
    version: '2021-09-07',
  },
  registrySysmon: {
    name: 'vimRegistryEventMicrosoftSysmon',
    reference: `${SENTINEL}/ASimRegistryEvent/Parsers/vimRegistryEventMicrosoftSysmon.yaml @1b4ccf67`,
    version: '0.3.1',
  },
  registrySysmonWindowsEvent: {
    name: 'vimRegistryEventMicrosoftSysmonWindowsEvent',
    reference: `${SENTINEL}/ASimRegistryEvent/Parsers/vimRegistryEventMicrosoftSysmonWindowsEvent.yaml @138f12ee`,
    version: '0.3.1',
  },
  registryDefender: {
    name: 'vimRegistryEventMicrosoft365D',
    reference: `${SENTINEL}/ASimRegistryEvent/Parsers/vimRegistryEventMicrosoft365D.yaml @07c019e8`,
    version: '0.1.3',
  },
  registrySecurityEvent: {
    name: 'vimRegistryEventMicrosoftSecurityEvent',
    reference: `${SENTINEL}/ASimRegistryEvent/Parsers/vimRegistryEventMicrosoftSecurityEvent.yaml @0006b672`,
    version: '0.3.1',
  },
  dnsSysmon: {
    name: 'vimDnsMicrosoftSysmon',
    reference: `${SENTINEL}/ASimDns/Parsers/vimDnsMicrosoftSysmon.yaml @03d15fd4`,
    version: '0.5.2',
  },
  dnsSysmonWindowsEvent: {
    name: 'vimDnsMicrosoftSysmonWindowsEvent',
    reference: `${SENTINEL}/ASimDns/Parsers/vimDnsMicrosoftSysmonWindowsEvent.yaml @338780c1`,
    version: '0.5.1',
  },
} as const satisfies Record<string, Source>
