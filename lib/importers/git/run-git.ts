import { spawn } from 'node:child_process'
import { ImportError } from '../import-error'
import { GIT_SETTINGS, gitEnvironment } from './git-environment'

/** As much of what git says as tells the reason. */
const MOST_OUTPUT = 65_536

export interface GitRun {
  /** Ends git and all that it started; then its reason is thrown. */
  readonly signal: AbortSignal
  /** Given to git's standard input. */
  readonly input?: Buffer
  /** Is given git's standard output, piece by piece; what it throws ends git. */
  readonly onData?: (piece: Buffer) => void
  /** Is given what git says on the way. */
  readonly onSaid?: (text: string) => void
}

/** How a run ended by itself. */
export interface GitEnd {
  readonly status: number | null
  /** The end of git's standard error. */
  readonly said: string
}

/**
 * Runs git without a shell and waits until it has ended.
 *
 * @throws ImportError where git is missing; the signal's reason; what `onData` threw
 */
export async function runGit(args: readonly string[], run: GitRun): Promise<GitEnd> {
  run.signal.throwIfAborted()
  const child = spawn('git', [...GIT_SETTINGS, ...args], {
    env: gitEnvironment(process.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: ssh cannot ask at the terminal, and all of it can be stopped at once.
    detached: process.platform !== 'win32',
  })
  const stop = () => kill(child.pid)
  let said = ''
  let failure: { readonly reason: unknown } | null = null
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_OUTPUT)
    run.onSaid?.(text)
  })
  child.stdout.on('data', (piece: Buffer) => {
    if (failure !== null) return
    try {
      run.onData?.(piece)
    } catch (reason) {
      failure = { reason }
      stop()
    }
  })
  // It may end before it has read all; its status says why.
  child.stdin.on('error', () => {}).end(run.input)
  run.signal.addEventListener('abort', stop, { once: true })
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => reject(notStarted(error)))
      child.once('close', resolve)
    })
    run.signal.throwIfAborted()
    rethrow(failure)
    return { status, said }
  } finally {
    run.signal.removeEventListener('abort', stop)
  }
}

function rethrow(failure: { readonly reason: unknown } | null): void {
  if (failure !== null) throw failure.reason
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return
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
