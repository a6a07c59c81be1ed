import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diagnostic } from '@/lib/diagnostics'
import { ImportError, noRules } from '../import-error'
import type { Importer, SourceFile } from '../importer'
import { unreadable } from '../read-text'
import { describeFolder } from './describe-folder'
import { notRead, readRuleFile } from './read-rule-file'
import { type Walk, walkFolder } from './walk-folder'

/** A folder that stands for something else, such as a clone for the repository's address. */
export interface StandsFor {
  readonly origin: string
  /** What to call the source where neither its remote nor its licence says. */
  readonly name: string
}

/**
 * Opens a folder of Sigma rules, laid out like the SigmaHQ repository or not.
 *
 * @param folder as the user gave it
 * @throws ImportError when there is no such folder, it cannot be listed, or it holds no rule file
 */
export function openFolder(folder: string, standsFor?: StandsFor): Importer {
  const root = findFolder(folder)
  const origin = standsFor?.origin ?? folder
  const walk = list(root, origin)
  if (walk.files.length + walk.unlisted.size + walk.strayLinks.size === 0) throw noRules(origin)
  return {
    facts: describeFolder(origin, root, standsFor?.name),
    files: () => readFiles(root, walk),
  }
}

/**
 * Opens one file as if it were a folder with nothing else in it.
 *
 * @throws ImportError when there is no such file
 */
export function openFile(origin: string): Importer {
  const absolute = resolvePath(origin)
  const path = basename(origin)
  return {
    facts: { ...describeFolder(origin, dirname(absolute)), origin },
    files: () => [readRuleFile(path, absolute)],
  }
}

/** Opens a file or a folder, whichever it is. @throws ImportError */
export function openFileOrFolder(origin: string): Importer {
  return statSync(resolvePath(origin)).isDirectory() ? openFolder(origin) : openFile(origin)
}

function findFolder(origin: string): string {
  const root = resolvePath(origin)
  if (!statSync(root).isDirectory()) {
    throw new ImportError(
      `"${origin}" is a file, expected a folder of rules, a .zip or the address of a git repository.`,
    )
  }
  return root
}

function resolvePath(origin: string): string {
  try {
    return realpathSync(origin)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new ImportError(`There is no file or folder "${origin}".`)
    throw new ImportError(`"${origin}" cannot be read (${code}).`)
  }
}

function list(root: string, origin: string): Walk {
  try {
    return walkFolder(root)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new ImportError(`The folder "${origin}" cannot be listed (${code}).`)
  }
}

function* readFiles(root: string, walk: Walk): Iterable<SourceFile> {
  const others = [
    ...[...walk.unlisted].map(([path, reason]) => notRead(path, reason, true)),
    ...[...walk.strayLinks].map(([path, target]) => rejectLink(path, target)),
  ]
  yield* others.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const path of walk.files) yield readRuleFile(path, join(root, path))
}

function rejectLink(path: string, target: string): SourceFile {
  const leads =
    target === ''
      ? 'out of the source or to nothing that is read'
      : `to "${target}", which is not read`
  const message = `The symbolic link "${path}" leads ${leads}: put a copy of the file in its place.`
  return unreadable(path, diagnostic('IMPORT_UNREADABLE', message))
}
