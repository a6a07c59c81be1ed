import { visibleProse } from './quote-text'

/** A stop after these ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no|fig|inc|ltd|corp|mr|dr|st)|\b\p{L})\.$/iu
const MOST = 240

/**
 * The first whole sentence of an author's description, as written but on one line; null where it
 * has none of a fitting length. Sentences are never cut: what cannot be told from its neighbour is
 * taken with it.
 */
export function authorSentence(description: string | null): string | null {
  const paragraph = (description ?? '').trim().split(/\n\s*\n|\n\s*[-*•]\s/)[0] ?? ''
  const text = visibleProse(paragraph.replace(/[“”]/g, '"'))
  const words = text.split(' ')
  for (let count = 1; count <= words.length; count++) {
    const last = words[count - 1] ?? ''
    const next = words[count]
    if (!/[.!?]["')\]]?$/.test(last) || ABBREVIATION.test(last)) continue
    if (next !== undefined && !/^["'([]?[\p{Lu}\p{N}]/u.test(next)) continue
    return fitting(words.slice(0, count).join(' '))
  }
  // Many authors leave the last stop out.
  return /[:;,]$/.test(text) ? null : fitting(text)
}

function fitting(sentence: string): string | null {
  const bare = sentence.replace(/[.!?]$/, '')
  return bare.length >= 12 && bare.length <= MOST && bare.includes(' ') ? bare : null
}
