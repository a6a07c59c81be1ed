const MARKS: readonly (readonly [RegExp, string])[] = [
  [/<\/?[A-Za-z!][^>]*>/, 'There is an HTML tag'],
  [/`/, 'There is a backtick'],
  [/\*\*|__(?=\S)[^_]*__/, 'There is a mark for bold'],
  [/!?\[[^\]]*\]\(/, 'There is a Markdown link'],
  [/\bhttps?:\/\//i, 'There is an address, which belongs into the rule’s references'],
  [/^\d+[.)] /, 'There is a numbered list'],
  [/^>/, 'There is a quotation'],
  [/\p{Cc}/u, 'There is a control character'],
]

/** What a reader would see as raw marks, since a curated text is shown as it is; null where none. */
export function findMarkup(text: string): string | null {
  return MARKS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
