/**
 * Characters that are not seen, turn the direction of a line, would end our own quotation marks, or
 * would be taken for our having cut the text.
 */
const UNSAFE = /(?! )[\p{C}\p{Zs}\p{Zl}\p{Zp}\u00ad\u115f\u1160\u3164\uffa0“”…]|\u034f/gu
/** Names that cannot be read as anything but a name: `rclone.exe`, `libc.so`. */
const FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_+-]*(?:\.[\p{L}\p{N}_+-]+)+$/u

/**
 * Text of a rule between “ and ”, whole. Unseen characters are written as `\u{…}`, and so is an
 * ellipsis: what stands in our quotation marks is never cut and never looks it.
 */
export function quoteText(text: string): string {
  return `“${visible(text)}”`
}

/** The name of a file as it stands where that is unmistakable, otherwise quoted; whole. */
export function sayName(name: string): string {
  return FILE_NAME.test(name) ? name : quoteText(name)
}

/** The characters that a text takes between its quotation marks. */
export function quotedLength(text: string): number {
  return visible(text).length
}

/** A text with every character visible: a run of blanks is shown blank by blank. */
function visible(text: string): string {
  return text.replace(UNSAFE, escapeChar).replace(/ {2,}/g, (blanks) => '␣'.repeat(blanks.length))
}

/** Prose on one line, with every character visible. */
export function visibleProse(text: string): string {
  return text.replaceAll('…', '...').replace(/\s+/g, ' ').trim().replace(UNSAFE, escapeChar)
}

function escapeChar(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
}
