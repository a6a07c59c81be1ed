import { join } from 'node:path'
import { ImportError } from '../import-error'
import type { Importer } from '../importer'
import { readGitCheckout } from '../sigmahq/git-checkout'
import { openFolder } from '../sigmahq/open-folder'
import { type CloneOptions, cloneRepository } from './clone-repository'
import { type GitAddress, parseGitAddress } from './git-address'
import { createTemporaryFolder } from './temporary-folder'

/**
 * Opens the newest commit of a repository, in a clone that `close` removes.
 *
 * @param origin its address, as the user gave it
 * @throws ImportError with one line where it is refused, out of reach, empty or without rules
 */
export async function openRepository(
  origin: string,
  options: CloneOptions,
): Promise<{ readonly importer: Importer; close(): void }> {
  const address = parseGitAddress(origin)
  const temporary = createTemporaryFolder()
  try {
    const folder = join(temporary.path, 'clone')
    await cloneRepository(address, folder, options)
    checkCommit(address, folder)
    const importer = openFolder(folder, { origin: address.shown, name: address.name })
    return { importer, close: temporary.remove }
  } catch (error) {
    temporary.remove()
    throw error
  }
}

/** git clones a repository without a commit, or whose first branch is gone, and only warns. */
function checkCommit({ shown }: GitAddress, folder: string): void {
  if (readGitCheckout(folder)?.commit) return
  throw new ImportError(
    `The repository "${shown}" has no commit to read: it is empty, or the branch that it shows first is gone; then name another with --branch.`,
  )
}
