import { fits, isBlob } from './describe-long'
import { quotedLength } from './quote-text'

/** Characters of a value that is quickly read. */
const SHORT = 40
/** Three letters or digits: shorter values (`-e`, `\x`) are seldom what a rule is about. */
const TELLING = /[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u

/**
 * The values of a long list that stand for all of it, whole and in the rule's order: short and
 * telling ones, otherwise short ones, otherwise the shortest alone. None where none fits.
 */
export function chooseExamples(
  values: readonly string[],
  most: number,
  width: number,
): readonly string[] {
  const whole = values.filter((value) => fits(value, width))
  const short = whole.filter((value) => quotedLength(value) <= SHORT)
  const telling = short.filter((value) => TELLING.test(value) && !isBlob(value))
  if (telling.length > 0) return telling.slice(0, most)
  // Of hashes and Base64 one shows what they are.
  if (short.length > 0) return short.slice(0, short.some(isBlob) ? 1 : most)
  const least = Math.min(...whole.map(quotedLength))
  return whole.filter((value) => quotedLength(value) === least).slice(0, 1)
}
