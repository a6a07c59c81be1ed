import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ImportError } from '../import-error'
import { inMegabytes, LARGEST_TOTAL } from '../limits'
import type { GitAddress } from './git-address'

const EVERY_MS = 250

/**
 * Watches what git receives into a clone: git itself knows no limit for a clone.
 *
 * @returns a signal that aborts where it is more than is read, and what ends the watch
 */
export function watchSize(
  { shown }: GitAddress,
  folder: string,
  largest = LARGEST_TOTAL,
): { readonly signal: AbortSignal; end(): void } {
  const tooMuch = new AbortController()
  const packs = join(folder, '.git', 'objects', 'pack')
  const timer = setInterval(() => {
    if (sizeOf(packs) <= largest) return
    tooMuch.abort(
      new ImportError(
        `The repository "${shown}" sends more than ${inMegabytes(largest)}, and no more is read: clone it yourself and give the folder of its rules.`,
      ),
    )
  }, EVERY_MS)
  return { signal: tooMuch.signal, end: () => clearInterval(timer) }
}

/** The bytes of a folder's files; git makes, renames and removes them meanwhile. */
function sizeOf(folder: string): number {
  try {
    const sizes = readdirSync(folder).map(
      (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
    )
    return sizes.reduce((total, size) => total + size, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
