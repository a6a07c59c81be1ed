import { join } from 'node:path'
import { ImportError } from '../import-error'
import type { Importer } from '../importer'
import { readGitCheckout } from '../sigmahq/git-checkout'
import { openFolder } from '../sigmahq/open-folder'
import { checkOut } from './check-out'
import { type CloneOptions, cloneRepository } from './clone-repository'
import { type GitAddress, parseGitAddress } from './git-address'
import { createTemporaryFolder } from './temporary-folder'

/** Ten minutes: SigmaHQ takes some seconds. */
const LONGEST_MS = 600_000

export interface RepositoryOptions extends CloneOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for all of it. */
  readonly longest?: number | undefined
}

/**
 * Opens the newest commit of a repository, in a clone that `close` removes.
 *
 * @param origin its address, as the user gave it
 * @throws ImportError with one line where it is refused, out of reach, empty, more than is read, or
 * without rules; the signal's reason
 */
export async function openRepository(
  origin: string,
  options: RepositoryOptions,
): Promise<{ readonly importer: Importer; close(): void }> {
  const address = parseGitAddress(origin)
  const { longest = LONGEST_MS } = options
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(tooSlow(address, longest)), longest)
  const signal = AbortSignal.any([late.signal, ...(options.signal ? [options.signal] : [])])
  const temporary = createTemporaryFolder()
  try {
    const folder = join(temporary.path, 'clone')
    await cloneRepository(address, folder, signal, options)
    checkCommit(address, folder)
    await checkOut(address, folder, signal)
    const importer = openFolder(folder, { origin: address.shown, name: address.name })
    return { importer, close: temporary.remove }
  } catch (error) {
    temporary.remove()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function tooSlow({ shown }: GitAddress, longest: number): ImportError {
  return new ImportError(
    `The repository "${shown}" was not cloned within ${Math.round(longest / 1_000)} seconds: clone it yourself and give the folder.`,
  )
}

/** git clones a repository without a commit, or whose first branch is gone, and only warns. */
function checkCommit({ shown }: GitAddress, folder: string): void {
  if (readGitCheckout(folder)?.commit) return
  throw new ImportError(
    `The repository "${shown}" has no commit to read: it is empty, or the branch that it shows first is gone; then name another with --branch.`,
  )
}
