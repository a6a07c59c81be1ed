import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Entry, ZipFile } from 'yauzl'
import { diagnostic } from '@/lib/diagnostics'
import { ImportError, noRules } from '../import-error'
import type { Importer, SourceFile } from '../importer'
import { readText, rejectSize, unreadable } from '../read-text'
import { describeSource } from '../sigmahq/describe-source'
import { selectRulePaths } from '../sigmahq/rule-paths'
import { rejectEntry } from './entry-path'
import { inflateEntry } from './inflate-entry'
import { checkRules } from './limits'
import { listContents } from './list-contents'
import { readDirectory } from './read-directory'

const COMMIT = /^[0-9a-f]{40}$/

/**
 * Opens a zip of Sigma rules, such as GitHub gives of a repository. Nothing is written to disk, and
 * only rule files and the LICENSE are unpacked: see "Limits" in this folder's README.
 *
 * @param origin the file, as the user gave it
 * @throws ImportError where it is no zip, is damaged, a zip bomb, or holds no rule file
 */
export async function openZip(origin: string, signal?: AbortSignal): Promise<Importer> {
  if (statSync(origin).size === 0) throw new ImportError(`The zip file "${origin}" is empty.`)
  const { zip, entries, comment } = await readDirectory(origin, origin)
  try {
    const commit = COMMIT.test(comment) ? comment : null
    const { files, rejected } = listContents(origin, entries, commit !== null)
    const rules = selectRulePaths([...files.keys()]).flatMap((path) => {
      const entry = files.get(path)
      return entry === undefined ? [] : [{ path, entry }]
    })
    if (rules.length + rejected.length === 0) throw noRules(origin)
    checkRules(
      origin,
      rules.map(({ entry }) => entry),
    )
    const read: SourceFile[] = []
    for (const { path, entry } of rules) {
      signal?.throwIfAborted()
      read.push(await readEntry(zip, path, entry))
    }
    const licence = await readLicence(zip, files.get('LICENSE'))
    const facts = describeSource({
      ...{ origin, commit, licence, repository: null, isElsewhere: false, isStarter: false },
      isCommitOfGitHub: commit !== null,
      fallbackName: basename(origin).replace(/\.zip$/i, '') || 'zip',
    })
    const all = [...rejected, ...read].sort((a, b) => (a.path < b.path ? -1 : 1))
    return { facts, files: () => all }
  } finally {
    zip.close()
  }
}

async function readEntry(zip: ZipFile, path: string, entry: Entry): Promise<SourceFile> {
  const reason = rejectEntry(path, entry) ?? rejectSize(path, entry.uncompressedSize)
  if (reason !== null) return unreadable(path, reason)
  try {
    return readText(path, await inflateEntry(zip, entry))
  } catch (error) {
    const { message } = error as Error
    const reason = `The zip's entry "${path}" is damaged (${message}): get the zip again.`
    return unreadable(path, diagnostic('IMPORT_UNREADABLE', reason))
  }
}

async function readLicence(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (entry === undefined) return ''
  const file = await readEntry(zip, 'LICENSE', entry)
  return file.kind === 'readable' ? file.text : ''
}
