import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { withFileLock } from './file-lock'
import { projectRoot } from './project-root'
import { readSchemaFiles } from './schema-files'
import { errorText, isSystemError } from './system-error'
import { UserFacingError } from './user-facing-error'

const GENERATED = join(projectRoot, 'prisma/generated')
/** What the client was generated from; beside it, so that both go together. */
const STAMP = join(GENERATED, 'generated-from')

/**
 * Generates Prisma's client where it is missing or of another schema: after an install without
 * scripts, or a checkout of another commit.
 *
 * @throws UserFacingError with Prisma's reason.
 */
export async function ensureClient(): Promise<void> {
  if (isCurrent()) return
  const cache = join(projectRoot, 'node_modules/.cache')
  try {
    mkdirSync(cache, { recursive: true })
    await withFileLock(join(cache, 'rule-atlas-client.lock'), async () => {
      if (!isCurrent()) generate()
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new UserFacingError(
      `Prisma's client could not be generated (${errorText(error)}): let this user write to "${projectRoot}", or run "npm install" there as a user who may.`,
      { cause: error },
    )
  }
}

function isCurrent(): boolean {
  try {
    return readFileSync(STAMP, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(prismaFile('package.json')))
  for (const { path, content } of readSchemaFiles()) hash.update(`\0${path}\0${content}`)
  return hash.digest('hex')
}

/**
 * Generating needs no schema engine, but the command looks for one and would download it: it is
 * content with any program that exists.
 */
function generate(): void {
  const from = fingerprint()
  const result = spawnSync(process.execPath, [prismaFile('build/index.js'), 'generate'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}\n${result.stderr ?? ''}\n${result.error?.message ?? ''}`
    throw new UserFacingError(`Prisma's client could not be generated:\n${output.trim()}`)
  }
  writeFileSync(STAMP, from)
}

function prismaFile(path: string): string {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
  return join(dirname(manifest), path)
}
