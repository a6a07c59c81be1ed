import { call, column, type KqlExpression, literal } from '@/lib/kql/ast'

/** IPv4 behind the prefix of its IPv6-mapped form (RFC 4291, 2.5.5.2). */
const MAPPED = '(?i)^::ffff:([0-9]+[.])'

/** An address column in which an IPv4-mapped IPv6 address reads as the IPv4 address that it is. */
export function address(name: string): KqlExpression {
  return call('replace_regex', column(name), literal(MAPPED), literal('\\1'))
}
