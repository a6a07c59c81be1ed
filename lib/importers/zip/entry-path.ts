import { type Entry, getFileNameLowLevel } from 'yauzl'
import { type Diagnostic, diagnostic } from '@/lib/diagnostics'

/** Unix keeps a file's kind in the upper half of the external attributes (APPNOTE 4.4.15). */
const UNIX_KIND = 0o170000
const UNIX_LINK = 0o120000

/** An entry's path as the archive has it, for people: nothing was checked. */
export function entryPath(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
}

/**
 * Why a path is no place inside the archive, or null where it is. Nothing is ever written to such a
 * path; but whoever made it meant harm, and no reader should be shown it as the rule's place.
 */
export function rejectPath(path: string): Diagnostic | null {
  const found = describePath(path)
  if (found === null) return null
  return diagnostic(
    'IMPORT_UNREADABLE',
    `The zip's entry "${path}" ${found}, expected a path inside the archive: pack the rules anew.`,
  )
}

function describePath(path: string): string | null {
  if (path === '' || path.includes('\0')) return 'has no usable name'
  if (path.includes('\\')) return 'has a backslash in its name'
  if (path.startsWith('/')) return 'has an absolute path'
  if (/^[a-z]:/i.test(path)) return 'has a drive letter in its path'
  if (path.split('/').some((part) => part === '..')) return 'leads out of the archive'
  if (/(^|\/)\.?\/./.test(path)) return 'has an empty part in its path'
  return null
}

/** Why an entry's content is not read, whatever it holds; null where it may be. */
export function rejectEntry(path: string, entry: Entry): Diagnostic | null {
  const found = describeEntry(entry)
  if (found === null) return null
  return diagnostic('IMPORT_UNREADABLE', `The zip's entry "${path}" ${found}.`)
}

function describeEntry(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'is encrypted: pack it without a password'
  if (((entry.externalFileAttributes >>> 16) & UNIX_KIND) === UNIX_LINK)
    return 'is a symbolic link: put a copy of the file in its place'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return `is packed by method ${entry.compressionMethod}, which is not read: pack it as "deflate"`
  return null
}
