import type { Logsource } from '@/lib/sigma/ast'
import type { Target } from '../compiled-query'
import type { LogsourceMapping } from '../mapping'
import * as asimFiles from './asim/unix-file-event'
import * as asimNetwork from './asim/unix-network-connection'
import * as asimProcess from './asim/unix-process-creation'
import { LINUX_SYSMON } from './azure-monitor/linux-sysmon'
import * as defenderFiles from './defender-xdr/unix-file-event'
import * as defenderNetwork from './defender-xdr/unix-network-connection'
import * as defenderProcess from './defender-xdr/unix-process-creation'

/** The logsources of Linux and macOS. */
export const UNIX_MAPPINGS: Readonly<Record<Target, readonly LogsourceMapping[]>> = {
  asim: [
    ...asimProcess.UNIX_PROCESS_CREATION,
    ...asimFiles.UNIX_FILE_EVENT,
    ...asimNetwork.UNIX_NETWORK_CONNECTION,
  ],
  'azure-monitor': LINUX_SYSMON,
  'defender-xdr': [
    ...defenderProcess.UNIX_PROCESS_CREATION,
    ...defenderFiles.UNIX_FILE_EVENT,
    ...defenderNetwork.UNIX_NETWORK_CONNECTION,
  ],
}

/** Why a target can never hold a logsource, and what would help; null where it is not known to. */
export function whyOutOfReach(target: Target, { product }: Logsource): string | null {
  return target === 'azure-monitor' && product === 'macos'
    ? 'The Azure Monitor Agent does not run on macOS, so no table of Azure Monitor holds such events. With Microsoft Defender for Endpoint on the devices, the queries for "defender-xdr" and "asim" find them.'
    : null
}
