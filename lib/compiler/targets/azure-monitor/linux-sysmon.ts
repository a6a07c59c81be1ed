import { call, column, filter, type KqlExpression, literal } from '@/lib/kql/ast'
import type { Branch, LogsourceMapping } from '../../mapping'
import { DECODE_XML, type EventFields } from './event-data'
import { CREATED } from './file-events'
import { NETWORK_CONNECT, namedFields, PROCESS_CREATE } from './sysmon-fields'

/**
 * Sysmon for Linux writes each event to syslog as one line of XML, with `& < >` escaped
 * (Sysinternals/SysmonForLinux, outputxml.cpp), under the names and event ids of Windows; the agent
 * brings it to Syslog (https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog).
 * What tells such a line is read in Azure-Sentinel, vimProcessCreateLinuxSysmon. A value that Sysmon
 * does not know is `-`.
 */
const MESSAGE = column('SyslogMessage')

function linuxSysmon(eventId: number, fields: EventFields): Branch {
  return {
    name: 'Syslog',
    gate: [
      filter(MESSAGE, 'contains', '<Provider Name="Linux-Sysmon"'),
      filter(MESSAGE, 'contains', `<EventID>${eventId}</EventID>`),
    ],
    values: {
      ...Object.fromEntries(
        Object.entries(fields).map(([name, type]) => {
          const text = element(`Data Name="${name}"`, 'Data')
          return [name, type === 'string' ? text : call(type === 'int' ? 'toint' : 'tolong', text)]
        }),
      ),
      Provider_Name: literal('Linux-Sysmon'),
      Channel: literal('Linux-Sysmon/Operational'),
      EventID: call('toint', element('EventID', 'EventID')),
      Computer: element('Computer', 'Computer'),
    },
    lets: [DECODE_XML],
  }
}

function element(start: string, end: string): KqlExpression {
  const pattern = `<${start}>([^<]*)</${end}>`
  return call(DECODE_XML.name, call('extract', literal(pattern), literal(1), MESSAGE))
}

function mapping(category: string, eventId: number, fields: EventFields): LogsourceMapping {
  return {
    logsource: { product: 'linux', category },
    variants: [
      {
        source: {
          kind: 'united',
          event: `Sysmon for Linux event ${eventId}`,
          branches: [linuxSysmon(eventId, fields)],
        },
        fields: namedFields(fields),
        unlisted: 'absent',
      },
    ],
  }
}

export const LINUX_SYSMON: readonly LogsourceMapping[] = [
  mapping('process_creation', 1, PROCESS_CREATE),
  mapping('network_connection', 3, NETWORK_CONNECT),
  mapping('file_event', 11, CREATED),
]
