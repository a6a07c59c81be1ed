import { spawn } from 'node:child_process'
import { ImportError } from '../import-error'
import type { GitAddress } from './git-address'
import { GIT_SETTINGS, gitEnvironment } from './git-environment'
import { gitFailure } from './git-failure'

/** Ten minutes: SigmaHQ takes some seconds. */
const LONGEST_CLONE_MS = 600_000
/** As much of what git says as tells the reason. */
const MOST_OUTPUT = 65_536

export interface CloneOptions {
  /** The branch or tag; else what the repository shows first. */
  readonly branch?: string | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  readonly longest?: number | undefined
}

/**
 * Clones the newest commit of a repository, without submodules, hooks or large files, into a folder.
 * No shell is in between, and what the user gave comes after all options.
 *
 * @throws ImportError with one line where git is missing or fails; the signal's reason
 */
export async function cloneRepository(
  address: GitAddress,
  folder: string,
  options: CloneOptions = {},
): Promise<void> {
  const { branch, signal, longest = LONGEST_CLONE_MS } = options
  signal?.throwIfAborted()
  const git = startGit(
    [
      ...GIT_SETTINGS,
      ...['clone', '--depth', '1', '--single-branch', '--no-tags', '--template=', '--progress'],
      ...(branch === undefined ? [] : [`--branch=${branch}`]),
      ...['--', address.url, folder],
    ],
    options.onProgress,
  )
  const timer = setTimeout(git.stop, longest)
  signal?.addEventListener('abort', git.stop, { once: true })
  try {
    const { status, output } = await git.ended
    signal?.throwIfAborted()
    if (git.wasStopped()) {
      throw new ImportError(
        `The repository "${address.shown}" was not cloned within ${Math.round(longest / 1_000)} seconds: clone it yourself and give the folder.`,
      )
    }
    if (status !== 0) throw gitFailure(address, output)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', git.stop)
  }
}

function startGit(args: readonly string[], onProgress: CloneOptions['onProgress']) {
  const child = spawn('git', args, {
    env: gitEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: ssh cannot ask at the terminal, and all of it can be stopped at once.
    detached: process.platform !== 'win32',
  })
  let output = ''
  let stopped = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MOST_OUTPUT)
    const [, done, total] = /objects: +\d+% \((\d+)\/(\d+)\)[^(]*$/.exec(text) ?? []
    if (done !== undefined && total !== undefined) onProgress?.(Number(done), Number(total))
  })
  const ended = new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(notStarted(error)))
    child.once('close', (status) => resolve({ status, output }))
  })
  const stop = () => {
    stopped = true
    if (child.pid !== undefined) kill(child.pid)
  }
  return { ended, stop, wasStopped: () => stopped }
}

function kill(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function notStarted({ code }: NodeJS.ErrnoException): ImportError {
  return code === 'ENOENT'
    ? new ImportError(
        'To import from a repository, "git" is needed, and it was not found: install it, or give a folder or a zip.',
      )
    : new ImportError(`"git" could not be started (${code}).`)
}
