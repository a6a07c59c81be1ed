import { EvaluationError } from '../evaluation-error'
import { parseIpv4, parseIpv6, sharePrefix } from '../ip-address'
import type { Value } from '../value'
import { arrayAt, textAt } from './arguments'
import { type CallContext, define, type FunctionTable } from './scalar-function'

/** IP addresses: what is no address gives null (ipv4_is_in_range, ipv6_is_in_range, ipv4_is_match pages). */
export const IP_FUNCTIONS: FunctionTable = {
  ipv4_is_in_range: define('bool', 2, (values, context) =>
    isInRange(parseIpv4, textAt(values, 0, context), textAt(values, 1, context)),
  ),
  ipv6_is_in_range: define('bool', 2, (values, context) =>
    isInRange(parseIpv6, textAt(values, 0, context), textAt(values, 1, context)),
  ),
  ipv4_is_in_any_range: define('bool', [2, 64], (values, context) =>
    isInAny(parseIpv4, values, context),
  ),
  ipv6_is_in_any_range: define('bool', [2, 64], (values, context) =>
    isInAny(parseIpv6, values, context),
  ),
  ipv4_is_match: define('bool', 2, (values, context) => {
    const [a, b] = [0, 1].map((at) => parseIpv4(textAt(values, at, context)))
    if (a === null || a === undefined || b === null || b === undefined) return null
    return sharePrefix(a, b, Math.min(a.prefix, b.prefix))
  }),
  ipv4_is_private: define('bool', 1, (values, context) => {
    const ranges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
    const results = ranges.map((range) => isInRange(parseIpv4, textAt(values, 0, context), range))
    return results.includes(null) ? null : results.includes(true)
  }),
}

type Parse = typeof parseIpv4

function isInRange(parse: Parse, address: string, range: string): boolean | null {
  const [a, b] = [parse(address), parse(range)]
  if (a === null || b === null) return null
  if (address.includes('/')) throw new EvaluationError('An address with a prefix in a range test')
  return sharePrefix(a, b, b.prefix)
}

function isInAny(parse: Parse, values: readonly Value[], context: CallContext): boolean | null {
  const address = textAt(values, 0, context)
  const ranges = arrayAt(values, 1) ?? values.slice(1)
  const results = ranges.map((range) => isInRange(parse, address, String(range)))
  if (results.includes(true)) return true
  return results.includes(null) ? null : false
}
