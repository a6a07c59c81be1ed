const QUOTED = /“[^“”]*”/g
const ENDING = /[.!?][)\]”"’']*$/
/** Words that no sentence ends in. */
const STOP_WORDS =
  /(?:^|[\s(])(?:a|an|and|because|but|if|its|nor|or|than|the|their|whose|your)[.!?]?[)\]”"’']*$/i

/**
 * Why a text is no run of whole sentences; null where it is one. Values quoted in “ ” are somebody
 * else's and may hold anything but an ellipsis: that is a value cut by us, since `quoteText` writes a
 * value's own ellipsis as `\u{2026}`.
 */
export function judgeSentences(text: string): string | null {
  if (text.trim() === '') return 'is empty'
  if (text !== text.trim()) return 'begins or ends with a blank'
  if (text.match(QUOTED)?.some((quoted) => quoted.includes('…')))
    return 'has a quotation that is cut'
  const own = text.replace(QUOTED, '“”')
  if (/[“”]/.test(own.replaceAll('“”', ''))) return 'has a quotation mark without its partner'
  if ((own.match(/"/g) ?? []).length % 2 === 1) return 'has a quotation mark without its partner'
  if (/(?:…|\.\.\.)["’')\]]*$/.test(own)) return 'is cut off with an ellipsis'
  if (!ENDING.test(own)) return 'does not end as a sentence does'
  if (STOP_WORDS.test(own)) return 'ends in a word that no sentence ends in'
  return null
}
