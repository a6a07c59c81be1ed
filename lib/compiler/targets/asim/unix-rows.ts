import { call, column, filter, type KqlExpression, literal, or } from '@/lib/kql/ast'
import type { Caution, ValueMapping } from '../../mapping'
import type { UnixProduct } from '../unix-devices'

/**
 * Rows of Linux and macOS under ASIM, read in Azure-Sentinel, Parsers/ASimProcessEvent,
 * ASimFileEvent and ASimNetworkSession.
 *
 * - Sysmon for Linux (0.2 to 0.4): DvcOs is `Linux`; values keep XML entities.
 * - Microsoft 365 Defender: DvcOs is `Linux` for whatever is not Windows, so for macOS too, in process
 *   events (0.2.0: POSIX ids in AdditionalFields) and file events (0.2.1: a path of slashes); network
 *   sessions (0.4) leave it empty.
 * - Carbon Black and SentinelOne: DvcOs as the product writes it (`LINUX`, `MAC`; `Linux`, `macOS`).
 */
export const DEFENDER = filter(column('EventProduct'), '==', 'M365 Defender for Endpoint')

const DVC_OS = column('DvcOs')

/** DvcOs names this system. */
export function namesSystem(product: UnixProduct): KqlExpression {
  return filter(DVC_OS, 'startswith', product === 'linux' ? 'Linux' : 'mac')
}

/** DvcOs does not name the other one. */
export function namesNoOtherSystem(product: UnixProduct): KqlExpression {
  return product === 'linux'
    ? filter(DVC_OS, '!startswith', 'mac')
    : or([filter(DVC_OS, '!startswith', 'Linux'), DEFENDER])
}

/** Text that Sysmon's parsers cut out of XML. */
export function unixText(value: KqlExpression, caution?: Caution): ValueMapping {
  return {
    kind: 'value',
    value,
    type: 'string',
    fromXml: true,
    keepsBraces: true,
    ...(caution === undefined ? {} : { caution }),
  }
}

/** The path of an acting process, which Defender keeps in lower case. */
export const actingPath = (value: KqlExpression): ValueMapping => ({
  ...unixText(value),
  losesCase: true,
})

/** Sysmon for Linux writes a name alone; Defender's parser puts the host's name before it. */
export function userName(name: KqlExpression): KqlExpression {
  return call('extract', literal('[^\\\\]*$'), literal(0), name)
}

export function sometimes(message: string): Caution {
  return { code: 'TARGET_FIELD_APPROXIMATED', message, effect: 'narrows' }
}

/** Dvc: DvcHostname is misspelt by the parser of Sysmon for Linux, and so empty. */
export function computer(parser: string): ValueMapping {
  return unixText(
    column('Dvc'),
    sometimes(`Rows from Defender hold only the first label of "Computer" in ${parser}.`),
  )
}
