import { realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFacts } from '../importer'
import { describeSource } from './describe-source'
import { readGitCheckout } from './git-checkout'
import { readRuleFile } from './read-rule-file'

const STARTER_FOLDER = fileURLToPath(new URL('../../../content/rules', import.meta.url))

/**
 * Says whose rules a folder holds: see "Name of the source" in this folder's README.
 *
 * @param origin the folder, as the user gave it
 * @param root the same, absolute
 * @param name what to call it where neither its remote nor its licence says
 */
export function describeFolder(
  origin: string,
  root: string,
  name = basename(root) || 'folder',
): SourceFacts {
  const checkout = readGitCheckout(root)
  const repository = checkout?.repository ?? null
  return describeSource({
    origin,
    fallbackName: name,
    repository,
    isElsewhere: checkout?.isElsewhere ?? false,
    isCommitOfGitHub: repository !== null,
    commit: checkout?.commit ?? null,
    licence: readLicence(root),
    isStarter: root === realpathOf(STARTER_FOLDER),
  })
}

/** Read as a rule is: a licence that is a link to somewhere or has no end says nothing. */
function readLicence(root: string): string {
  const file = readRuleFile('LICENSE', join(root, 'LICENSE'))
  return file.kind === 'readable' ? file.text : ''
}

function realpathOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
