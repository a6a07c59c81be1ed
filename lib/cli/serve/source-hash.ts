import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/database/project-root'

/** What the built app is made of. Rules are data and need no build. */
const INPUTS = [
  'app',
  'components',
  'content/attack',
  'content/mappings',
  'content/schema',
  'lib',
  'public',
  'prisma/schema',
  'instrumentation.ts',
  'middleware.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Files that no page is made of. */
const IGNORED = /\.test\.tsx?$|\.md$|(^|\/)fixtures\/|^lib\/cli\//

/** SHA-256 over all that the build reads, so that it is done again when, and only when, it must. */
export function hashSources(root: string = projectRoot): string {
  const lines = INPUTS.flatMap((input) => listFiles(root, input)).map(
    (path) => `${path}\0${sha256(readFileSync(join(root, path)))}\n`,
  )
  return sha256(lines.join(''))
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function listFiles(root: string, path: string): string[] {
  if (IGNORED.test(path)) return []
  const status = statSync(join(root, path), { throwIfNoEntry: false })
  if (status === undefined) return []
  if (!status.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`))
}
