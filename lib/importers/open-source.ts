import { statSync } from 'node:fs'
import { isGitAddress } from './git/git-address'
import type { RepositoryOptions } from './git/open-repository'
import { ImportError } from './import-error'
import type { Importer } from './importer'
import { openFolder } from './sigmahq/open-folder'

/** A source that was opened, and what to do when it has been read. */
export interface OpenSource {
  readonly importer: Importer
  /** Removes what was made for reading it. */
  close(): void
}

/**
 * Opens a source wherever it is: the address of a git repository, a zip or a folder.
 *
 * @param origin as the user gave it
 * @throws ImportError with one line where it cannot be read or holds no rule; the signal's reason
 */
export async function openSource(
  origin: string,
  options: RepositoryOptions = {},
): Promise<OpenSource> {
  if (isGitAddress(origin)) {
    const { openRepository } = await import('./git/open-repository')
    return openRepository(origin, options)
  }
  if (options.branch !== undefined) {
    throw new ImportError(`"${origin}" is not the address of a repository, so it has no --branch.`)
  }
  if (isZip(origin)) {
    const { openZip } = await import('./zip/open-zip')
    return { importer: await openZip(origin, options.signal), close: () => {} }
  }
  return { importer: openFolder(origin), close: () => {} }
}

function isZip(origin: string): boolean {
  if (!/\.zip$/i.test(origin)) return false
  try {
    return statSync(origin).isFile()
  } catch {
    // What is wrong with it is said where a folder is opened.
    return false
  }
}
