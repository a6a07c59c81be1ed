import { structuredPatch } from 'diff'

/** One line of a comparison; `gap` stands for lines that are the same and not shown. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap'
  readonly text: string
}

export type LineDiff =
  | { readonly kind: 'lines'; readonly lines: readonly DiffLine[]; readonly hidden: number }
  | { readonly kind: 'too-different' }

/** Lines around a change. */
const CONTEXT = 3
/** Lines of one comparison that are shown. */
const MOST_LINES = 400
/** What one comparison may cost: rules are small, and one that is not is somebody's attack. */
const LIMITS = { maxEditLength: 2_000, timeout: 200 }

/** Compares two texts line by line, as `diff -u` does; null where they are the same. */
export function diffLines(before: string, after: string): LineDiff | null {
  if (before === after) return null
  const patch = structuredPatch('', '', before, after, '', '', { ...LIMITS, context: CONTEXT })
  if (patch === undefined) return { kind: 'too-different' }
  const lines = patch.hunks.flatMap(({ newStart, lines: inside }, index) => {
    const gap: DiffLine = { kind: 'gap', text: `line ${newStart}` }
    const shown = inside.filter((line) => !line.startsWith('\\')).map(toLine)
    return index === 0 && newStart === 1 ? shown : [gap, ...shown]
  })
  const hidden = Math.max(0, lines.length - MOST_LINES)
  return { kind: 'lines', lines: lines.slice(0, MOST_LINES), hidden }
}

function toLine(line: string): DiffLine {
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same'
  return { kind, text: line.slice(1) }
}
