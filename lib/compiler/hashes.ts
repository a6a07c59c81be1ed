import { column, filter } from '@/lib/kql/ast'
import type { Comparison } from '@/lib/sigma/ast'
import { dropped, type Lowered, lowered } from './lowered'
import type { HashAlgorithm, HashesMapping } from './mapping'

const LENGTHS: Readonly<Record<HashAlgorithm, number>> = {
  MD5: 32,
  SHA1: 40,
  SHA256: 64,
  IMPHASH: 32,
}
const NAMED_HASH = /^(MD5|SHA1|SHA256|IMPHASH)=([0-9a-f]+)$/i

/**
 * A condition on Sysmon's `Hashes` text (`SHA1=…,MD5=…,SHA256=…,IMPHASH=…`, in any order) against
 * columns that hold one hash each. Hashes compare without case: Sysmon writes upper-case, Defender
 * lower-case.
 */
export function lowerHashes(comparison: Comparison, mapping: HashesMapping): Lowered {
  const parts = comparison.kind === 'string' ? comparison.value.parts : []
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  const [text, ...rest] = texts
  const match =
    text === undefined || rest.length > 0 ? null : NAMED_HASH.exec(text.replace(/,$/, ''))
  if (match === null) {
    return unsupported(
      '"Hashes" is compared in a way that separate hash columns cannot express; write it as "ALGORITHM=hash".',
    )
  }
  const algorithm = (match[1] ?? '').toUpperCase() as HashAlgorithm
  const hash = match[2] ?? ''
  const name = mapping.columns[algorithm]
  if (name === undefined)
    return unsupported(`No column holds the ${algorithm} that the rule looks for in "Hashes".`)
  const whole = hash.length === LENGTHS[algorithm]
  if (!whole && parts.at(-1)?.kind !== 'any') {
    return unsupported(`"${text}" is no whole ${algorithm}.`)
  }
  return lowered(filter(column(name), whole ? '=~' : 'startswith', hash))
}

function unsupported(message: string): Lowered {
  return dropped({ code: 'TARGET_UNSUPPORTED_VALUE', message })
}
