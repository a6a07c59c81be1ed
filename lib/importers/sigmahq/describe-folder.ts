import { readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFacts } from '../importer'
import { type GitCheckout, readGitCheckout } from './git-checkout'
import { type KnownSource, SIGMAHQ, STARTER } from './known-sources'

const STARTER_FOLDER = fileURLToPath(new URL('../../../content/rules', import.meta.url))

/**
 * Says whose rules a folder holds: see "Name of the source" in this folder's README.
 *
 * @param origin the folder, as the user gave it
 * @param root the same, absolute
 */
export function describeFolder(origin: string, root: string): SourceFacts {
  const checkout = readGitCheckout(root)
  const known = findKnownSource(root, checkout)
  const repository = checkout?.repository ?? known?.repository ?? null
  const version = checkout?.commit ?? known?.branch ?? 'HEAD'
  return {
    name: known?.name ?? checkout?.repository ?? (basename(root) || 'folder'),
    origin,
    webUrl: repository === null ? null : `https://github.com/${repository}/blob/${version}/`,
    licence: known?.licence ?? null,
    licenceUrl: known?.licenceUrl ?? null,
    commit: checkout?.commit ?? null,
  }
}

function findKnownSource(root: string, checkout: GitCheckout | null): KnownSource | null {
  if (root === realpathOf(STARTER_FOLDER)) return STARTER
  const repository = checkout?.repository ?? null
  if (repository !== null) return isSigmaHq(repository) ? SIGMAHQ : null
  return /SigmaHQ repository/.test(readLicence(root)) ? SIGMAHQ : null
}

function isSigmaHq(repository: string): boolean {
  return repository.toLowerCase() === SIGMAHQ.repository?.toLowerCase()
}

function readLicence(root: string): string {
  try {
    return readFileSync(join(root, 'LICENSE'), 'utf8')
  } catch {
    return ''
  }
}

function realpathOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
