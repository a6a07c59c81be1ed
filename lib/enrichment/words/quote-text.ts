/** Characters that are not seen, turn the direction of a line, or would end our own quotation marks. */
const UNSAFE = /(?! )[\p{C}\p{Zs}\p{Zl}\p{Zp}\u00ad\u115f\u1160\u3164\uffa0“”]|\u034f/gu
/** Names that cannot be read as anything but a name: `rclone.exe`, `libc.so`. */
const FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_+-]*(?:\.[\p{L}\p{N}_+-]+)+$/u

export type Cut = 'end' | 'start' | 'middle'

/**
 * Text of a rule between “ and ”. Unseen characters are written as `\u{…}`; a text longer than
 * `width` is cut, inside the quotation marks, with “…”, where it says least: at its end, at its
 * start, or in the middle of a path.
 */
export function quoteText(text: string, width: number, cut: Cut = 'end'): string {
  const chars = Array.from(visible(text))
  if (chars.length <= width) return `“${chars.join('')}”`
  const kept = width - 1
  const head = { end: kept, start: 0, middle: Math.floor(kept / 3) }[cut]
  const tail = kept - head
  return `“${chars.slice(0, head).join('')}…${tail === 0 ? '' : chars.slice(-tail).join('')}”`
}

/** The name of a file as it stands where that is unmistakable, otherwise quoted. */
export function sayName(name: string, width: number): string {
  if (name.length <= width && FILE_NAME.test(name)) return name
  return quoteText(name, width, /[\\/]/.test(name) ? 'middle' : 'end')
}

/** A text with every character visible: a run of blanks is shown blank by blank. */
function visible(text: string): string {
  return text.replace(UNSAFE, escapeChar).replace(/ {2,}/g, (blanks) => '␣'.repeat(blanks.length))
}

/** Prose on one line, with every character visible. */
export function visibleProse(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(UNSAFE, escapeChar)
}

function escapeChar(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
}
