import type { Logsource } from '@/lib/sigma/ast'
import type { Target } from '../compiled-query'
import type { LogsourceMapping } from '../mapping'
import * as asimDns from './asim/dns-query'
import * as asimAccess from './asim/file-access'
import * as asimFiles from './asim/file-events'
import * as asimNetwork from './asim/network-connection'
import * as asimProcess from './asim/process-creation'
import * as asimRegistry from './asim/registry-events'
import * as azureDns from './azure-monitor/dns-query'
import * as azureAccess from './azure-monitor/file-access'
import * as azureFiles from './azure-monitor/file-events'
import * as azureNetwork from './azure-monitor/network-connection'
import * as azureProcess from './azure-monitor/process-creation'
import * as azureRegistry from './azure-monitor/registry-events'
import * as defenderDns from './defender-xdr/dns-query'
import * as defenderFiles from './defender-xdr/file-events'
import * as defenderImages from './defender-xdr/image-load'
import * as defenderNetwork from './defender-xdr/network-connection'
import * as defenderProcess from './defender-xdr/process-creation'
import * as defenderRegistry from './defender-xdr/registry-events'
import { UNIX_MAPPINGS } from './unix-mappings'

export const MAPPINGS: Readonly<Record<Target, readonly LogsourceMapping[]>> = {
  asim: [
    asimProcess.PROCESS_CREATION,
    asimNetwork.NETWORK_CONNECTION,
    ...asimFiles.FILE_EVENTS,
    asimAccess.FILE_ACCESS,
    ...asimRegistry.REGISTRY_EVENTS,
    asimDns.DNS_QUERY,
    ...UNIX_MAPPINGS.asim,
  ],
  'azure-monitor': [
    azureProcess.PROCESS_CREATION,
    azureNetwork.NETWORK_CONNECTION,
    ...azureFiles.FILE_EVENTS,
    azureAccess.FILE_ACCESS,
    azureFiles.IMAGE_LOAD,
    ...azureRegistry.REGISTRY_EVENTS,
    azureDns.DNS_QUERY,
    ...UNIX_MAPPINGS['azure-monitor'],
  ],
  'defender-xdr': [
    defenderProcess.PROCESS_CREATION,
    defenderNetwork.NETWORK_CONNECTION,
    ...defenderFiles.FILE_EVENTS,
    defenderImages.IMAGE_LOAD,
    ...defenderRegistry.REGISTRY_EVENTS,
    defenderDns.DNS_QUERY,
    ...UNIX_MAPPINGS['defender-xdr'],
  ],
}

/** The target's mapping for exactly this logsource, or null. A `service` asks for more than a category. */
export function findMapping(target: Target, logsource: Logsource): LogsourceMapping | null {
  if (logsource.service !== undefined) return null
  return (
    MAPPINGS[target].find(
      (mapping) =>
        mapping.logsource.product === logsource.product &&
        mapping.logsource.category === logsource.category,
    ) ?? null
  )
}

/** `windows / process_creation`, for messages. */
export function logsourceName({ product, category, service }: Logsource): string {
  return [product, category, service].filter((part) => part !== undefined).join(' / ')
}

const LIST = new Intl.ListFormat('en-GB')

/** The logsources that a target has a mapping for, for messages. */
export function mappedLogsources(target: Target): string {
  return LIST.format(MAPPINGS[target].map(({ logsource }) => `"${logsourceName(logsource)}"`))
}
