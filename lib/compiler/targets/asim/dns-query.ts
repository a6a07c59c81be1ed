import { column } from '@/lib/kql/ast'
import type { Comparison } from '@/lib/sigma/ast'
import type { Caution, FieldMapping, Form, LogsourceMapping } from '../../mapping'
import { plainText } from '../../rewrites'

/**
 * _Im_Dns: what the parsers for Sysmon really write (0.5.2 for the table Event, 0.5.1 for
 * WindowsEvent), read in Azure-Sentinel, Parsers/ASimDns. Its parameter `eventtype` is left at its
 * default "lookup", which both take; "Query" drops the rows of WindowsEvent.
 *
 * The parser also unites DNS servers, proxies and firewalls, which see the same queries and know no
 * process: a rule for a name alone finds them there too. No parser reads Defender's DeviceEvents.
 */
const PARSER = '_Im_Dns'

const caution = (message: string): Caution => ({
  code: 'TARGET_FIELD_APPROXIMATED',
  message,
  effect: 'narrows',
})

const text = (
  name: string,
  more: Partial<Extract<FieldMapping, { kind: 'value' }>> = {},
): FieldMapping => ({ kind: 'value', value: column(name), type: 'string', fromXml: true, ...more })

const knownToSysmon = (field: string) =>
  caution(
    `Of the sources of ${PARSER} only Sysmon holds "${field}" as the rule means it; DNS servers, proxies and firewalls do not know it.`,
  )

/** The parsers take 9000 from Windows' error codes 9001 to 9099, which leaves the DNS response code. */
function responseCode(comparison: Comparison): readonly (Comparison | Form)[] {
  const status = comparison.kind === 'number' ? comparison.value : Number(plainText(comparison))
  return status > 9000 && status < 9100 ? [{ kind: 'number', value: status - 9000 }] : [comparison]
}

/** They empty the "-" that Sysmon writes where nothing was found. */
function noDash(comparison: Comparison): readonly (Comparison | Form)[] {
  return plainText(comparison) === '-' ? [{ kind: 'null' }] : [comparison]
}

export const DNS_QUERY: LogsourceMapping = {
  logsource: { product: 'windows', category: 'dns_query' },
  variants: [
    {
      source: { kind: 'function', name: PARSER, gate: [] },
      fields: {
        QueryName: text('DnsQuery'),
        QueryStatus: {
          kind: 'value',
          value: column('DnsResponseCode'),
          type: 'int',
          rewrite: responseCode,
        },
        QueryResults: text('DnsResponseName', {
          rewrite: noDash,
          caution: knownToSysmon('QueryResults'),
        }),
        Image: text('SrcProcessName', { caution: knownToSysmon('Image') }),
        User: text('SrcUsername', { caution: knownToSysmon('User') }),
        ProcessId: {
          kind: 'value',
          value: column('SrcProcessId'),
          type: 'string',
          caution: knownToSysmon('ProcessId'),
        },
        Computer: text('DvcHostname'),
      },
      unlisted: 'unmapped',
      scope: {
        code: 'TARGET_SCOPE_APPROXIMATED',
        message: `${PARSER} unites what DNS servers, proxies and firewalls see with what Sysmon sees on a device: a name alone is found in all of it.`,
        effect: 'widens',
      },
      leftOut: [
        `Defender's name lookups are in no parser of ${PARSER}; the query for Defender XDR finds them.`,
      ],
    },
  ],
}
