import { call, column, filter, type KqlExpression, property } from '@/lib/kql/ast'
import type { Comparison } from '@/lib/sigma/ast'
import type { Form, LogsourceMapping } from '../../mapping'
import { plainText } from '../../rewrites'
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

/** Sysmon writes "-" where nothing was found: an empty list, or none. */
function noAnswer(comparison: Comparison): readonly (Comparison | Form)[] {
  if (plainText(comparison) !== '-') return [comparison]
  const emptyList = { parts: [{ kind: 'text', text: '[]' }] } as const
  return [{ kind: 'string', value: emptyList, cased: false }, { kind: 'null' }]
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
          rewrite: noAnswer,
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
