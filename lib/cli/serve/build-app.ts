import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withFileLock } from '@/lib/database/file-lock'
import { projectRoot } from '@/lib/database/project-root'
import { errorText, isSystemError } from '@/lib/database/system-error'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { runNext } from './run-next'
import { hashSources } from './source-hash'

export interface BuildOptions {
  readonly say: (step: string) => void
  readonly signal: AbortSignal
}

/**
 * Builds the web app where its sources changed since the last build, or that build was another's.
 * Two starts at once build one after the other, and the second finds the work done. No page is made
 * of rules at this time, so a build needs no database.
 *
 * @throws UserFacingError with what the build printed.
 */
export async function buildApp(options: BuildOptions): Promise<void> {
  if (isBuilt()) return
  try {
    const cache = join(buildFolder(), 'cache')
    mkdirSync(cache, { recursive: true })
    await withFileLock(join(cache, 'rule-atlas-build.lock'), async () => {
      if (!isBuilt()) await build(options)
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new UserFacingError(
      `The app cannot be built in "${buildFolder()}" (${errorText(error)}): let this user write there.`,
      { cause: error },
    )
  }
}

async function build({ say, signal }: BuildOptions): Promise<void> {
  say('Building the app')
  const sources = hashSources()
  const child = runNext(['build'], {}, signal)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk
  })
  const status = await child.ended
  signal.throwIfAborted()
  if (status !== 0) throw new UserFacingError(`The app could not be built:\n${output.trim()}`)
  writeFileSync(stampFile(), JSON.stringify({ sources, build: readBuildId() }))
}

/** The build folder of next.config.ts. */
function buildFolder(): string {
  return resolve(projectRoot, process.env.ATLAS_DIST_DIR ?? '.next')
}

/** Beside the build that it speaks of: Next removes both together. */
function stampFile(): string {
  return join(buildFolder(), 'rule-atlas-build.json')
}

function readBuildId(): string {
  return readFileSync(join(buildFolder(), 'BUILD_ID'), 'utf8')
}

function isBuilt(): boolean {
  try {
    const expected = JSON.stringify({ sources: hashSources(), build: readBuildId() })
    return readFileSync(stampFile(), 'utf8') === expected
  } catch {
    return false
  }
}
