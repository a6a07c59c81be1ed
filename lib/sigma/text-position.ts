import type { Location } from '@/lib/diagnostics'

/** Turns offsets into lines and columns; a byte order mark takes no column. */
export class TextPositions {
  private readonly starts: readonly number[]

  constructor(private readonly text: string) {
    const starts = [0]
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
    this.starts = starts
  }

  at(offset: number): Location {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const start = this.starts[low] ?? 0
    const mark = start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0
    return { line: low + 1, column: Math.max(1, offset - start - mark + 1) }
  }
}
