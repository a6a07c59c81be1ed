import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { diagnostic } from '@/lib/diagnostics'
import type { SourceFile } from '../importer'
import { readText, rejectSize, unreadable } from '../read-text'

// A link put in the file's place after the walk is not followed; a pipe does not make us wait.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads one file of a source. Its size is asked of the open file, so that nothing over the limit is
 * ever read and no other file can take its place in between.
 *
 * @param path how the file is named in the result
 * @param absolute where it is
 */
export function readRuleFile(path: string, absolute: string): SourceFile {
  let file: number | undefined
  try {
    file = openSync(absolute, FLAGS)
    const stats = fstatSync(file)
    if (!stats.isFile()) return notRead(path, 'it is not a regular file')
    const tooLarge = rejectSize(path, stats.size)
    if (tooLarge !== null) return unreadable(path, tooLarge)
    return readText(path, readBytes(file, stats.size))
  } catch (error) {
    return notRead(path, (error as NodeJS.ErrnoException).code ?? String(error))
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** A rejection that says why a file or folder could not be read. */
export function notRead(path: string, reason: string, isFolder = false): SourceFile {
  const what = isFolder ? 'folder' : 'file'
  const message = `The ${what} "${path}" cannot be read (${reason}): check that it is a plain ${what} which this user may read.`
  return unreadable(path, diagnostic('IMPORT_UNREADABLE', message), '', isFolder)
}

function readBytes(file: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}
