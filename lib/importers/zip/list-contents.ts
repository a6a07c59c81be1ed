import type { Entry } from 'yauzl'
import { diagnostic } from '@/lib/diagnostics'
import { ImportError } from '../import-error'
import type { SourceFile } from '../importer'
import { unreadable } from '../read-text'
import { isRuleFolder, RULE_FILE, topOf } from '../sigmahq/rule-paths'
import { entryPath, rejectPath } from './entry-path'

/** What a zip holds, by the path of each file without the archive's single top folder. */
export interface ZipContents {
  readonly files: ReadonlyMap<string, Entry>
  /** Entries that have no place in a source. */
  readonly rejected: readonly SourceFile[]
}

/** An archive with more paths that lead nowhere good was not made by mistake. */
const MOST_BAD_PATHS = 100

/**
 * Lists the files of a zip.
 *
 * @throws ImportError where it is nothing but an attack
 * @param isArchiveOfGit GitHub's always have one folder around all
 */
export function listContents(
  origin: string,
  entries: readonly Entry[],
  isArchiveOfGit: boolean,
): ZipContents {
  // One a path: a rejection is told from another by it.
  const bad = new Map<string, SourceFile>()
  const named: { path: string; entry: Entry }[] = []
  for (const entry of entries) {
    const path = entryPath(entry)
    const reason = rejectPath(path)
    if (reason !== null) bad.set(path, unreadable(path, reason))
    else if (!path.endsWith('/')) named.push({ path, entry })
  }
  if (bad.size > MOST_BAD_PATHS) {
    const paths = `${bad.size} of its ${entries.length} entries`
    throw new ImportError(`"${origin}" is not read: ${paths} have paths outside the archive.`)
  }
  const wrapper = findWrapper(
    named.map(({ path }) => path),
    isArchiveOfGit,
  )
  const files = new Map<string, Entry>()
  const doubled = new Set<string>()
  for (const { path, entry } of named) {
    const inside = path.slice(wrapper.length)
    if (files.has(inside)) doubled.add(inside)
    files.set(inside, entry)
  }
  for (const path of doubled) {
    files.delete(path)
    if (RULE_FILE.test(path)) bad.set(path, rejectDouble(path))
  }
  return { files, rejected: [...bad.values()] }
}

/** Which of them is meant cannot be told: programs that unpack zips differ. */
function rejectDouble(path: string): SourceFile {
  const message = `The zip holds "${path}" more than once: pack it anew with one of them.`
  return unreadable(path, diagnostic('IMPORT_UNREADABLE', message))
}

/**
 * The one folder that all else is in, with its slash, or nothing. A folder `rules` at the top is part
 * of the paths, unless it only has that name because the repository has.
 */
function findWrapper(paths: readonly string[], isArchiveOfGit: boolean): string {
  const top = topOf(paths[0] ?? '')
  const wrapper = `${top}/`
  if (paths.length === 0 || !paths.every((path) => path.startsWith(wrapper))) return ''
  if (isArchiveOfGit || !isRuleFolder(top)) return wrapper
  const holdsRuleFolders = paths.some((path) => {
    const inside = path.slice(wrapper.length)
    return inside.includes('/') && isRuleFolder(topOf(inside))
  })
  return holdsRuleFolders ? wrapper : ''
}
