import type { LogsourceMapping } from '../../mapping'
import { sysmonBranches } from './event-data'
import { NETWORK_CONNECT, namedFields } from './sysmon-fields'

export const NETWORK_CONNECTION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'network_connection' },
  variants: [
    {
      source: {
        kind: 'united',
        event: 'Sysmon event 3',
        branches: sysmonBranches([3], NETWORK_CONNECT),
      },
      fields: namedFields(NETWORK_CONNECT),
      unlisted: 'absent',
    },
  ],
}
