import { column, filter, type KqlExpression } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import {
  isNoOtherDevice,
  otherDevicesInWorkspace,
  UNIX_PRODUCTS,
  type UnixProduct,
  unixScope,
} from '../unix-devices'
import { acting, CONNECTIONS, FIELDS, PARSER } from './network-connection'
import {
  actingPath,
  computer,
  namesNoOtherSystem,
  sometimes,
  unixText,
  userName,
} from './unix-rows'

/**
 * The parser for Sysmon for Linux (0.4) does not read Initiated: it calls a connection outbound when
 * its source is the address that Syslog has in HostIP, or 127.0.0.1 or 0.0.0.0.
 */
const isDirection = (word: string): KqlExpression => filter(column('NetworkDirection'), '=~', word)

const DIRECTIONS = { true: isDirection('Outbound'), false: isDirection('Inbound') }

const OWN: Readonly<Record<string, FieldMapping>> = {
  Image: {
    ...actingPath(acting('ProcessName')),
    holds: 'path-or-base-name',
    separator: '/',
  },
  ParentImage: {
    kind: 'value',
    value: column('ParentProcessName'),
    type: 'string',
    holds: 'base-name',
    separator: '/',
    caution: sometimes(
      `Only rows from Defender hold "ParentImage" in ${PARSER}; Sysmon's connection event has none.`,
    ),
  },
  User: unixText(userName(acting('Username'))),
  Initiated: { kind: 'words', words: DIRECTIONS },
  Computer: computer(PARSER),
}

const LINUX_INITIATED: FieldMapping = {
  kind: 'words',
  words: DIRECTIONS,
  caution: {
    code: 'TARGET_FIELD_APPROXIMATED',
    message: `${PARSER} guesses the direction of a connection from Sysmon for Linux by its addresses: one that leaves from a second address of the device counts as inbound.`,
    effect: 'either',
  },
}

function mapping(product: UnixProduct): LogsourceMapping {
  return {
    logsource: { product, category: 'network_connection' },
    variants: [
      {
        source: {
          kind: 'function',
          name: PARSER,
          gate: [
            ...CONNECTIONS,
            filter(column('DvcOs'), '!startswith', 'Windows'),
            namesNoOtherSystem(product),
            isNoOtherDevice('DvcId'),
          ],
          lets: [otherDevicesInWorkspace(product, true)],
        },
        fields:
          product === 'linux'
            ? { ...FIELDS, ...OWN, Initiated: LINUX_INITIATED }
            : { ...FIELDS, ...OWN },
        unlisted: 'unmapped',
        scope: unixScope(product, `Rows from Defender in ${PARSER}`, true),
      },
    ],
  }
}

export const UNIX_NETWORK_CONNECTION = UNIX_PRODUCTS.map(mapping)
