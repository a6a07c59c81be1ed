const MOST_WORDS = 12

/**
 * Words that a rule's text must all hold, lower-case as the stored text is. Blanks separate words;
 * double quotes keep a phrase together.
 */
export function searchWords(q: string): readonly string[] {
  const words = q.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? []
  const bare = words.map((word) => word.replaceAll('"', '').trim())
  return [...new Set(bare)].filter((word) => word !== '').slice(0, MOST_WORDS)
}

/** A text as LIKE matches it literally (Postgres escapes with a backslash unless told otherwise). */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
