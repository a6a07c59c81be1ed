import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** All that takes part in making a row out of a file, relative to the project. */
const FOLDERS = [
  ...['lib/sigma', 'lib/kql', 'lib/compiler', 'lib/kusto', 'lib/attack', 'lib/highlight'],
  ...['lib/importers', 'lib/ingest', 'content/attack', 'content/mappings', 'content/schema'],
]
const FILES = ['lib/diagnostics.ts']
const PACKAGES = ['js-yaml', 'shiki', '@kusto/language-service-next']
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

let hash: string | undefined

/**
 * SHA-256 over our own code and data, and the versions of the packages, that make the derived parts
 * of a rule. While it stays, an unchanged file need not be compiled again. Computed once a process.
 */
export function toolchainHash(): string {
  hash ??= computeHash()
  return hash
}

function computeHash(): string {
  const digest = createHash('sha256')
  updateWithSources(digest, FOLDERS, FILES)
  for (const name of PACKAGES) digest.update(`${name}@${readVersion(name)}\0`)
  return digest.digest('hex')
}

/** Hashes the names and bytes of our own sources and data, tests and fixtures aside. */
export function updateWithSources(
  digest: Hash,
  folders: readonly string[],
  files: readonly string[] = [],
): void {
  for (const path of [...files, ...folders.flatMap(listSources)]) {
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(PROJECT, path)))
      .update('\0')
  }
}

function listSources(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.(ts|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length).replaceAll('\\', '/'))
    .filter((path) => !path.includes('/fixtures/'))
    .sort()
}

function readVersion(name: string): string {
  const path = join(PROJECT, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
