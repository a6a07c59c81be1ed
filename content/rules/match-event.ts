import { BlockList } from 'node:net'
import type { Comparison, Predicate, SigmaString } from '@/lib/sigma/ast'

/** One event as the rules' own fields name it; what is not there is absent. */
export type Event = Readonly<Record<string, string>>

/** Whether a resolved rule matches an event: only as much of Sigma as the starter rules use. */
export function matchEvent(predicate: Predicate, event: Event): boolean {
  switch (predicate.kind) {
    case 'or':
      return predicate.operands.some((operand) => matchEvent(operand, event))
    case 'and':
      return predicate.operands.every((operand) => matchEvent(operand, event))
    case 'not':
      return !matchEvent(predicate.operand, event)
    case 'match':
      return compare(event[predicate.field], predicate.comparison)
    case 'keyword':
      throw new Error('A starter rule searches for a keyword, which this cannot judge.')
  }
}

function compare(value: string | undefined, comparison: Comparison): boolean {
  if (value === undefined) return false
  switch (comparison.kind) {
    case 'string':
      return pattern(comparison.value).test(value)
    case 'number':
      return Number(value) === comparison.value
    case 'boolean':
      return value.toLowerCase() === String(comparison.value)
    case 'regex':
      return new RegExp(comparison.pattern, comparison.ignoreCase ? 'i' : '').test(value)
    case 'cidr':
      return contains(comparison.network, comparison.version, value)
    default:
      throw new Error(`A starter rule compares by ${comparison.kind}, which this cannot judge.`)
  }
}

function pattern({ parts }: SigmaString): RegExp {
  const source = parts.map((part) => {
    if (part.kind === 'any') return '.*'
    return part.kind === 'one' ? '.' : part.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}$`, 'is')
}

function contains(network: string, version: 4 | 6, address: string): boolean {
  const [base = '', bits = ''] = network.split('/')
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(base, Number(bits), family)
  return address.includes(':') === (version === 6) && list.check(address, family)
}
