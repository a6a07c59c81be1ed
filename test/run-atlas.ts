import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '@/lib/database/project-root'

/** A run of the command line as users run it: a process of its own. */
export interface AtlasRun {
  readonly child: ChildProcess
  /** Standard output and standard error so far. */
  output(): string
  /** Resolves with the exit code (null: a signal) when it has ended. */
  readonly ended: Promise<number | null>
}

/** Runs `rule-atlas` with nothing of the tests' own environment that would change what it does. */
export function runAtlas(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): AtlasRun {
  const { PATH, HOME, NODE_ENV } = process.env
  const child = spawn(process.execPath, [join(projectRoot, 'bin/rule-atlas.mjs'), ...args], {
    env: { PATH, HOME, NODE_ENV, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const take = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  return { child, output: () => output, ended }
}
