import type { Source } from './source'
import { field, hostName, type SysmonEvent } from './sysmon-event'

const SENTINEL = 'Azure/Azure-Sentinel Parsers'

/** Where the rows of Linux and macOS were read. */
export const UNIX_SOURCES = {
  syslogTable: {
    name: 'Azure Monitor Syslog table',
    reference: 'learn.microsoft.com/azure/azure-monitor/reference/tables/syslog',
    version: '2026-08-14',
  },
  linuxSysmon: {
    name: 'Sysmon for Linux, FormatSyslogString: an XML writer, so that & < > are escaped',
    reference: 'Sysinternals/SysmonForLinux outputxml.cpp, linuxHelpers.cpp @345bdeed',
    version: '1.3',
  },
  processLinuxSysmon: {
    name: 'vimProcessCreateLinuxSysmon',
    reference: `${SENTINEL}/ASimProcessEvent/Parsers/vimProcessCreateLinuxSysmon.yaml @2219950a`,
    version: '0.3.1',
  },
  fileLinuxSysmon: {
    name: 'vimFileEventLinuxSysmonFileCreated',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventLinuxSysmonFileCreated.yaml @721a73d1`,
    version: '0.2',
  },
  networkLinuxSysmon: {
    name: 'vimNetworkSessionLinuxSysmon',
    reference: `${SENTINEL}/ASimNetworkSession/Parsers/vimNetworkSessionMicrosoftLinuxSysmon.yaml @51be4ea9`,
    version: '0.4',
  },
  processRow: {
    name: 'A published row of DeviceProcessEvents from macOS; published rows from Linux are of the same form',
    reference: 'rknightion/graph2otel, liveRecord of the package deviceprocess',
    version: '2026-07-18',
  },
  networkRow: {
    name: 'A published row of DeviceNetworkEvents from macOS',
    reference: 'rknightion/graph2otel, liveRecord of the package devicenetwork',
    version: '2026-07-18',
  },
  fileDefender: {
    name: 'vimFileEventMicrosoft365D',
    reference: `${SENTINEL}/ASimFileEvent/Parsers/vimFileEventM365D.yaml @02c92264`,
    version: '0.2.1',
  },
  deviceInfo: {
    name: 'DeviceInfo, and a query for macOS devices',
    reference: 'learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table',
    version: '2026-07-27',
  },
} as const satisfies Record<string, Source>

/** The last part of a path of slashes. */
export function unixBaseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The account as Defender's parsers write it: the host's name stands for a domain. */
export function hostAccount(event: SysmonEvent, name: string): string {
  const user = field(event, name)
  return user === '' ? '' : `${hostName(event)}\\${user}`
}
