import { call, column, filter, type KqlExpression, literal, oneOf } from '@/lib/kql/ast'
import { address } from '../../address'
import type {
  FieldMapping,
  LogsourceMapping,
  SingleSource,
  Variant,
  WordsMapping,
} from '../../mapping'
import { ACTING_PATH, account } from './initiating-process'

/**
 * DeviceNetworkEvents
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-devicenetworkevents-table). Local and
 * remote do not turn with the direction, as Sysmon's source and destination do: on an accepted
 * connection the device is the destination.
 */
export const TABLE = 'DeviceNetworkEvents'
const OUTBOUND = ['ConnectionSuccess', 'ConnectionFailed', 'ConnectionRequest']
const INBOUND = 'InboundConnectionAccepted'

const ACTION = column('ActionType')
const IS_INBOUND = filter(ACTION, '==', INBOUND)

type Side = (name: 'IP' | 'Port' | 'Host') => KqlExpression

const local: Side = (name) =>
  name === 'IP' ? address('LocalIP') : column(name === 'Port' ? 'LocalPort' : 'DeviceName')

/** RemoteUrl holds a host name or a whole URL. */
const remote: Side = (name) => {
  if (name === 'IP') return address('RemoteIP')
  if (name === 'Port') return column('RemotePort')
  return call(
    'extract',
    literal('^(?:[A-Za-z][A-Za-z0-9+.-]*://)?([^/:]+)'),
    literal(1),
    column('RemoteUrl'),
  )
}

const either =
  (inbound: Side, outbound: Side): Side =>
  (name) =>
    call('iff', IS_INBOUND, inbound(name), outbound(name))

function fields(
  source: Side,
  destination: Side,
  initiated: FieldMapping,
): Record<string, FieldMapping> {
  const text = (value: KqlExpression): FieldMapping => ({ kind: 'value', value, type: 'string' })
  const port = (value: KqlExpression): FieldMapping => ({ kind: 'value', value, type: 'int' })
  const isIpv6 = (side: Side) =>
    text(call('iff', filter(side('IP'), 'contains', ':'), literal('true'), literal('false')))
  return {
    Image: ACTING_PATH,
    CommandLine: text(column('InitiatingProcessCommandLine')),
    ParentImage: {
      kind: 'value',
      value: column('InitiatingProcessParentFileName'),
      type: 'string',
      holds: 'base-name',
    },
    User: text(account('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName')),
    ProcessId: { kind: 'value', value: column('InitiatingProcessId'), type: 'long' },
    Initiated: initiated,
    SourceIp: text(source('IP')),
    SourcePort: port(source('Port')),
    SourceHostname: text(source('Host')),
    SourceIsIpv6: isIpv6(source),
    DestinationIp: text(destination('IP')),
    DestinationPort: port(destination('Port')),
    DestinationHostname: text(destination('Host')),
    DestinationIsIpv6: isIpv6(destination),
    Protocol: text(
      call(
        'case',
        filter(column('Protocol'), 'startswith', 'Tcp'),
        literal('tcp'),
        filter(column('Protocol'), 'startswith', 'Udp'),
        literal('udp'),
        call('tolower', column('Protocol')),
      ),
    ),
    Computer: text(column('DeviceName')),
  }
}

/**
 * The variants by direction: one that is known makes the query plain.
 *
 * @param sourceOf the rows that satisfy a condition on their action
 * @param own fields that this system holds otherwise
 */
export function connectionVariants(
  sourceOf: (event: KqlExpression) => SingleSource,
  own: Readonly<Record<string, FieldMapping>> = {},
  scope?: Variant['scope'],
): readonly Variant[] {
  const variant = (
    event: KqlExpression,
    source: Side,
    destination: Side,
    words: WordsMapping['words'],
  ): Variant => ({
    source: sourceOf(event),
    fields: { ...fields(source, destination, { kind: 'words', words }), ...own },
    unlisted: 'unmapped',
    ...(scope === undefined ? {} : { scope }),
  })
  return [
    {
      when: { field: 'Initiated', value: 'true' },
      ...variant(oneOf(ACTION, 'in', OUTBOUND), local, remote, { true: true, false: false }),
    },
    {
      when: { field: 'Initiated', value: 'false' },
      ...variant(IS_INBOUND, remote, local, { true: false, false: true }),
    },
    variant(
      oneOf(ACTION, 'in', [...OUTBOUND, INBOUND]),
      either(remote, local),
      either(local, remote),
      { true: filter(ACTION, '!=', INBOUND), false: IS_INBOUND },
    ),
  ]
}

export const NETWORK_CONNECTION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'network_connection' },
  variants: connectionVariants((event) => ({ kind: 'table', name: TABLE, gate: [event] })),
}
