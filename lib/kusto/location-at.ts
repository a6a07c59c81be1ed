import type { Location } from '@/lib/diagnostics'

/** One-based line and column of an offset. */
export function locationAt(text: string, offset: number): Location {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
