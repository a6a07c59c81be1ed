import type { SigmaString, StringPart } from './ast'
import { ProblemError } from './problem'
import { sigmaString } from './sigma-string'

/** Hyphen, slash, en dash, em dash, horizontal bar (modifiers appendix, "String Modifiers"). */
const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'] as const

/** A dash that begins a parameter: before a letter or digit, and not after one (as in pySigma). */
const PARAMETER_DASH = /(?<![\p{L}\p{N}_])[-/\u2013\u2014\u2015](?=[\p{L}\p{N}_])/gu

/** Five dashes make 3,125 values; more would be no rule that an engine can run. */
const MAX_DASHES = 5

/**
 * All forms of a value with each parameter dash in each of the five forms.
 *
 * @throws ProblemError SIGMA_TOO_LARGE over five dashes
 */
export function expandDashes(value: SigmaString): readonly SigmaString[] {
  const pieces: (StringPart | 'dash')[] = value.parts.flatMap((part) =>
    part.kind === 'text' ? splitAtDashes(part.text) : [part],
  )
  const count = pieces.filter((piece) => piece === 'dash').length
  if (count > MAX_DASHES) {
    throw new ProblemError(
      'SIGMA_TOO_LARGE',
      `The modifier "windash" makes 5^${count} values of one with ${count} dashes, allowed are ${MAX_DASHES}; split the value up.`,
    )
  }
  let forms: StringPart[][] = [[]]
  for (const piece of pieces) {
    forms = forms.flatMap((form) =>
      piece === 'dash'
        ? DASHES.map((text): StringPart[] => [...form, { kind: 'text', text }])
        : [[...form, piece]],
    )
  }
  return forms.map(sigmaString)
}

function splitAtDashes(text: string): (StringPart | 'dash')[] {
  return text
    .split(PARAMETER_DASH)
    .flatMap((piece, index): (StringPart | 'dash')[] => [
      ...(index === 0 ? [] : ['dash' as const]),
      { kind: 'text', text: piece },
    ])
}
