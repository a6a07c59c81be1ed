import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { projectRoot } from '@/lib/database/project-root'

/** A run of Next's own command. */
export interface NextProcess {
  readonly stdout: Readable
  readonly stderr: Readable
  /** Resolves with the exit code, null where a signal ended it. Rejects where it cannot start. */
  readonly ended: Promise<number | null>
  /** Asks it to end. */
  stop(): void
  /** Ends it. */
  kill(): void
}

/**
 * Runs `next` as a process of its own: without tsx, and with the environment of production. It ends
 * with this process, even where that is killed: see exit-with-parent.mjs. Each
 * request that it answers is logged, as LOG_LEVEL says.
 *
 * @param signal stops it when it is aborted.
 */
export function runNext(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): NextProcess {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const preload = new URL('./preload.mjs', import.meta.url)
  const child = spawn(process.execPath, ['--import', preload.href, next, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: args[0] === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...environment,
    },
  })
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('The pipes of the child are missing.')
  const stop = () => {
    child.kill('SIGTERM')
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code))
  })
  const kill = () => {
    child.kill('SIGKILL')
  }
  return { stdout, stderr, ended, stop, kill }
}
