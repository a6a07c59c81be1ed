const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lbrace: '{',
  rbrace: '}',
}

/**
 * MITRE's text as plain paragraphs. Citations go, links keep their words, code and emphasis keep
 * theirs; an item of a list is a paragraph that opens with "•". What looks like markup but is a
 * placeholder (`<PID>`) stays, as text: nothing of the result is meant to be read as markup.
 */
export function toParagraphs(text: string): string[] {
  return tidyBlanks(text)
    .replace(/\s?\(Citation:(?:[^()]|\([^()]*\))*\)(\w?)/g, (_, next) => next && ` ${next}`)
    .replace(/\[([^[\]]*)\]\((?:https?:[^()\s]|\/)(?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .replace(/<br ?\/?>|<\/?p>/gi, '\n\n')
    .replace(/<\/?(?:code|pre|b|i|em|strong|u)>/gi, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`+/g, '')
    .split(/\n\n|\n(?=(?:[*-]|\d{1,3}\.) )/)
    .map((part) => decode(part.replace(/\s+/g, ' ').trim()))
    .map((part) => part.replace(/^[*-] /, '• ').replace(/^#+ /, ''))
    .filter((part) => part !== '' && part !== '•')
}

/** One blank between words and one empty line at most, so that no pattern looks far ahead. */
function tidyBlanks(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n\n')
  )
}

/** Last of all, so that `&lt;script&gt;` becomes the text that it stands for and nothing more. */
function decode(text: string): string {
  return text.replace(/&(?:([a-z]+)|#(\d{1,7}));/gi, (whole, name?: string, code?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
    const point = Number(code)
    return point >= 32 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
