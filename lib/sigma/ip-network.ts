/** A network in canonical form: lower-case, compressed as in RFC 5952, with its prefix length. */
export interface IpNetwork {
  readonly network: string
  readonly version: 4 | 6
  /** Whether address bits are set behind the prefix; `network` has them cleared. */
  readonly hasHostBits: boolean
}

/** Reads an IPv4 or IPv6 network or a single address; null where it is neither. */
export function parseNetwork(text: string): IpNetwork | null {
  const [, address = '', prefixText = null] = /^([0-9a-f.:]+)(?:\/([0-9]{1,3}))?$/i.exec(text) ?? []
  const groups = address.includes(':') ? parseV6(address) : parseV4(address)
  if (groups === null) return null
  const isV6 = address.includes(':')
  const bitsPerGroup = isV6 ? 16 : 8
  const bits = groups.length * bitsPerGroup
  const prefix = prefixText === null ? bits : Number(prefixText)
  if (prefix > bits) return null
  const masked = groups.map((group, index) => {
    const kept = Math.min(bitsPerGroup, Math.max(0, prefix - index * bitsPerGroup))
    return group & ~((1 << (bitsPerGroup - kept)) - 1)
  })
  return {
    network: `${isV6 ? printV6(masked) : masked.join('.')}/${prefix}`,
    version: isV6 ? 6 : 4,
    hasHostBits: masked.some((group, index) => group !== groups[index]),
  }
}

function parseV4(text: string): readonly number[] | null {
  const groups = text.split('.')
  // A leading zero is octal to some readers: 010.0.0.1 has no one meaning.
  if (groups.length !== 4 || !groups.every((group) => /^(?:0|[1-9]\d{0,2})$/.test(group)))
    return null
  const numbers = groups.map(Number)
  return numbers.every((number) => number <= 255) ? numbers : null
}

function parseV6(text: string): readonly number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = parseGroups(halves[0] ?? '', halves.length === 1)
  const tail = parseGroups(halves[1] ?? '', true)
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

/** An IPv4 address may stand in the place of the last two groups of an address (RFC 4291, 2.2). */
function parseGroups(text: string, isLast: boolean): readonly number[] | null {
  if (text === '') return []
  const groups = text.split(':')
  const numbers: number[] = []
  for (const [index, group] of groups.entries()) {
    const embedded = isLast && index === groups.length - 1 ? parseV4(group) : null
    if (embedded !== null) {
      const [a = 0, b = 0, c = 0, d = 0] = embedded
      numbers.push((a << 8) | b, (c << 8) | d)
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      numbers.push(Number.parseInt(group, 16))
    } else {
      return null
    }
  }
  return numbers
}

/** The longest run of two or more zero groups becomes `::` (RFC 5952, section 4.2). */
function printV6(groups: readonly number[]): string {
  const words = groups.map((group) => group.toString(16))
  let best = { start: 0, length: 1 }
  for (let start = 0; start < groups.length; start++) {
    let length = 0
    while (groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  if (best.length < 2) return words.join(':')
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`
}
