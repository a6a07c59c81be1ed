/** An address as a number of `bits` bits, and the length of its prefix (all of it without a slash). */
export interface Address {
  readonly value: bigint
  readonly bits: number
  readonly prefix: number
}

/** `10.0.0.1` or `10.0.0.0/8`; null for any other text. */
export function parseIpv4(text: string): Address | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text.trim())
  if (found === null) return null
  const octets = found.slice(1, 5).map(Number)
  const prefix = Number(found[5] ?? 32)
  if (octets.some((octet) => octet > 255) || prefix > 32) return null
  const value = octets.reduce((whole, octet) => whole * 256n + BigInt(octet), 0n)
  return { value, bits: 32, prefix }
}

/** An IPv6 address, or an IPv4 one as `::ffff:a.b.c.d` (parse_ipv6 page); null for any other text. */
export function parseIpv6(text: string): Address | null {
  const ipv4 = parseIpv4(text)
  if (ipv4 !== null)
    return { value: 0xffff_0000_0000n + ipv4.value, bits: 128, prefix: ipv4.prefix + 96 }
  const found = /^([0-9a-f:.]+)(?:%\w+)?(?:\/(\d{1,3}))?$/i.exec(text.trim())
  const groups = found === null ? null : readGroups(found[1] ?? '')
  const prefix = Number(found?.[2] ?? 128)
  if (groups === null || prefix > 128) return null
  const value = groups.reduce((whole, group) => whole * 65536n + BigInt(group), 0n)
  return { value, bits: 128, prefix }
}

function readGroups(text: string): readonly number[] | null {
  const halves = text.split('::').map(readHalf)
  const [head, tail] = halves
  if (halves.length > 2 || head === null || head === undefined || tail === null) return null
  if (tail === undefined) return head.length === 8 ? head : null
  const missing = 8 - head.length - tail.length
  return missing < 1 ? null : [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

/** Groups of one side of `::`; the last may be an IPv4 address. */
function readHalf(text: string): readonly number[] | null {
  if (text === '') return []
  const groups: number[] = []
  for (const part of text.split(':')) {
    const ipv4 = part.includes('.') ? parseIpv4(part) : null
    if (ipv4 !== null) groups.push(Number(ipv4.value >> 16n), Number(ipv4.value & 0xffffn))
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

/** Whether the first `prefix` bits are the same. */
export function sharePrefix(a: Address, b: Address, prefix: number): boolean {
  const shift = BigInt(a.bits - prefix)
  return a.value >> shift === b.value >> shift
}
