import type { GitAddress } from './git-address'
import { gitFailure } from './git-failure'
import { runGit } from './run-git'
import { watchSize } from './watch-size'

export interface CloneOptions {
  /** The branch or tag; else what the repository shows first. */
  readonly branch?: string | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Clones the newest commit of a repository, without submodules, hooks or large files, into a folder,
 * and checks nothing out. No shell is in between, and what the user gave comes after all options.
 *
 * @throws ImportError with one line where git is missing or fails, or the repository sends more than
 * is read; the signal's reason
 */
export async function cloneRepository(
  address: GitAddress,
  folder: string,
  signal: AbortSignal,
  { branch, onProgress }: CloneOptions,
): Promise<void> {
  const watch = watchSize(address, folder)
  try {
    const { status, said } = await runGit(
      [
        ...['clone', '--depth', '1', '--single-branch', '--no-tags', '--template='],
        ...['--no-checkout', '--progress'],
        ...(branch === undefined ? [] : [`--branch=${branch}`]),
        ...['--', address.url, folder],
      ],
      {
        signal: AbortSignal.any([signal, watch.signal]),
        onSaid: (text) => {
          const [, done, total] = /objects: +\d+% \((\d+)\/(\d+)\)[^(]*$/.exec(text) ?? []
          if (done !== undefined && total !== undefined) onProgress?.(Number(done), Number(total))
        },
      },
    )
    if (status !== 0) throw gitFailure(address, said)
  } finally {
    watch.end()
  }
}
