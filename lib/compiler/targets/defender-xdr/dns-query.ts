import { call, column, filter, type KqlExpression, property } from '@/lib/kql/ast'
import type { LogsourceMapping } from '../../mapping'
import { INITIATING_PROCESS } from './initiating-process'

/**
 * DeviceEvents (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceevents-table),
 * action type DnsQueryResponse. The name that was asked for is in AdditionalFields, a JSON text in
 * Defender and dynamic in Sentinel: `{"DnsQueryString": "…", "DnsQueryResult": [{"DnsQueryType": "A",
 * "Result": "…"}]}` (published hunting queries of several authors; no page of Microsoft's lists it).
 */
const TABLE = 'DeviceEvents'

function additional(name: string): KqlExpression {
  return call('tostring', property(call('parse_json', column('AdditionalFields')), name))
}

export const DNS_QUERY: LogsourceMapping = {
  logsource: { product: 'windows', category: 'dns_query' },
  variants: [
    {
      source: {
        kind: 'table',
        name: TABLE,
        gate: [filter(column('ActionType'), '==', 'DnsQueryResponse')],
      },
      fields: {
        QueryName: { kind: 'value', value: additional('DnsQueryString'), type: 'string' },
        QueryResults: {
          kind: 'value',
          value: additional('DnsQueryResult'),
          type: 'string',
          caution: {
            code: 'TARGET_FIELD_APPROXIMATED',
            message: `${TABLE} holds the answers as JSON where Sysmon writes them one after the other: only a single address or name of "QueryResults" is found.`,
            effect: 'narrows',
          },
        },
        ...INITIATING_PROCESS,
      },
      unlisted: 'unmapped',
      elsewhere: {
        QueryStatus: `${TABLE} tells no status of the answer.`,
      },
    },
  ],
}
