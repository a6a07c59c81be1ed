import type { Entry } from 'yauzl'
import { ImportError } from '../import-error'
import { inMegabytes, LARGEST_RULES, LARGEST_TOTAL, MOST_ENTRIES } from '../limits'

/** The bytes of a local file header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30

/** @throws ImportError where the archive names more entries than are read */
export function checkCount(origin: string, count: number): void {
  if (count <= MOST_ENTRIES) return
  throw new ImportError(
    `"${origin}" holds ${count} entries, and at most ${MOST_ENTRIES} are read: pack only the rules.`,
  )
}

/**
 * Sees by what the archive says of itself that it is no zip bomb; while unpacking, each entry is held
 * to what was said of it.
 *
 * @throws ImportError where it would unpack to too much, or its entries share their bytes
 */
export function checkSizes(origin: string, entries: readonly Entry[]): void {
  const total = sum(entries)
  if (total > LARGEST_TOTAL) {
    throw new ImportError(
      `"${origin}" would unpack to ${inMegabytes(total)}, and at most ${inMegabytes(LARGEST_TOTAL)} are read: pack only the rules.`,
    )
  }
  const byPlace = [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  byPlace.forEach((entry, index) => {
    const next = byPlace[index + 1]
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize
    if (next === undefined || end <= next.relativeOffsetOfLocalHeader) return
    throw new ImportError(
      `"${origin}" is not read: entries of it share the same bytes, as they do in a zip bomb.`,
    )
  })
}

/** @throws ImportError where the rules would unpack to more than memory should hold */
export function checkRules(origin: string, entries: readonly Entry[]): void {
  const total = sum(entries)
  if (total <= LARGEST_RULES) return
  throw new ImportError(
    `The rule files of "${origin}" would unpack to ${inMegabytes(total)}, and at most ${inMegabytes(LARGEST_RULES)} are read: import it in parts.`,
  )
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
}
