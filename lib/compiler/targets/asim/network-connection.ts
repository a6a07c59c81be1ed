import { and, call, column, filter, type KqlExpression, literal, or } from '@/lib/kql/ast'
import { address } from '../../address'
import type { FieldMapping, LogsourceMapping } from '../../mapping'

/**
 * _Im_NetworkSession: what the parsers for Sysmon and Microsoft 365 Defender really write, read in
 * Azure-Sentinel, Parsers/ASimNetworkSession.
 *
 * - Defender (0.2 and later): the acting process is in SrcProcessName on an outbound connection and
 *   in DstProcessName on an inbound one, file name only; NetworkDirection says which.
 * - Sysmon up to 0.0.2: the same sides with the full path, and NetworkDirection set. Since 0.1 the
 *   other way round (outbound in Dst…), and NetworkDirection is empty.
 *
 * The parser also unites firewalls, which know no process, and Defender's ListeningConnectionCreated
 * and ConnectionFound (direction Listen and Unknown): none of those is this logsource.
 */
export const PARSER = '_Im_NetworkSession'

const DIRECTION = column('NetworkDirection')

/** Whichever side the parser filled; at most one of them is the device's own process. */
export function acting(
  suffix: 'ProcessName' | 'ProcessCommandLine' | 'Username' | 'ProcessId',
): KqlExpression {
  const source = column(`Src${suffix}`)
  return call('iff', call('isnotempty', source), source, column(`Dst${suffix}`))
}

/** Sysmon's parser writes no direction: the side of the process tells it. */
function direction(word: string, side: 'Src' | 'Dst'): KqlExpression {
  return or([
    filter(DIRECTION, '=~', word),
    and([call('isempty', DIRECTION), call('isnotempty', column(`${side}ProcessName`))]),
  ])
}

/**
 * The whole host name: in …FQDN, or split into …Hostname and …Domain, or (Sysmon up to 0.0.2) all in
 * …Hostname. Defender's comes from a URL and may keep its port and path.
 */
function host(side: 'Src' | 'Dst'): KqlExpression {
  const [whole, first, rest] = [
    column(`${side}FQDN`),
    column(`${side}Hostname`),
    column(`${side}Domain`),
  ]
  const name = call(
    'case',
    call('isnotempty', whole),
    whole,
    call('isnotempty', rest),
    call('strcat', first, literal('.'), rest),
    first,
  )
  return call('extract', literal('^[^/:]*'), literal(0), name)
}

const text = (value: KqlExpression): FieldMapping => ({
  kind: 'value',
  value,
  type: 'string',
  fromXml: true,
})
const port = (name: string): FieldMapping => ({ kind: 'value', value: column(name), type: 'int' })
const isIpv6 = (name: string): FieldMapping =>
  text(call('iff', filter(address(name), 'contains', ':'), literal('true'), literal('false')))

/** Rows of a process's connection: the parser's firewalls know no process. */
export const CONNECTIONS: readonly KqlExpression[] = [
  or([call('isnotempty', column('SrcProcessName')), call('isnotempty', column('DstProcessName'))]),
  { kind: 'in', operator: '!in', left: DIRECTION, values: ['Listen', 'Unknown'] },
]

export const FIELDS: Readonly<Record<string, FieldMapping>> = {
  Image: {
    kind: 'value',
    value: acting('ProcessName'),
    type: 'string',
    holds: 'path-or-base-name',
    fromXml: true,
  },
  CommandLine: {
    kind: 'value',
    value: acting('ProcessCommandLine'),
    type: 'string',
    caution: {
      code: 'TARGET_FIELD_APPROXIMATED',
      message: `Only rows from Defender hold "CommandLine" in ${PARSER}; Sysmon's connection event has none.`,
      effect: 'narrows',
    },
  },
  ParentImage: {
    kind: 'value',
    value: column('ParentProcessName'),
    type: 'string',
    holds: 'base-name',
    caution: {
      code: 'TARGET_FIELD_APPROXIMATED',
      message: `Only rows from Defender hold "ParentImage" in ${PARSER}; Sysmon's connection event has none.`,
      effect: 'narrows',
    },
  },
  User: text(acting('Username')),
  ProcessId: { kind: 'value', value: acting('ProcessId'), type: 'string' },
  Initiated: {
    kind: 'words',
    words: { true: direction('Outbound', 'Dst'), false: direction('Inbound', 'Src') },
  },
  SourceIp: text(address('SrcIpAddr')),
  SourcePort: port('SrcPortNumber'),
  SourceHostname: text(host('Src')),
  SourceIsIpv6: isIpv6('SrcIpAddr'),
  DestinationIp: text(address('DstIpAddr')),
  DestinationPort: port('DstPortNumber'),
  DestinationHostname: text(host('Dst')),
  DestinationIsIpv6: isIpv6('DstIpAddr'),
  Protocol: text(column('NetworkProtocol')),
  Computer: {
    kind: 'value',
    value: column('Dvc'),
    type: 'string',
    caution: {
      code: 'TARGET_FIELD_APPROXIMATED',
      message: `Rows from Defender hold only the first label of "Computer" in ${PARSER}.`,
      effect: 'narrows',
    },
  },
}

export const NETWORK_CONNECTION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'network_connection' },
  variants: [
    {
      source: { kind: 'function', name: PARSER, gate: CONNECTIONS },
      fields: FIELDS,
      unlisted: 'unmapped',
    },
  ],
}
