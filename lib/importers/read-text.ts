import { createHash } from 'node:crypto'
import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { ReadableFile, SourceFile, UnreadableFile } from './importer'

/** Larger files (1 MiB) are rejected unread; the largest rule of SigmaHQ has 53 KB. */
export const LARGEST_FILE = 1_048_576

/** Why a file of this size is not read, or null where it is. */
export function rejectSize(path: string, size: number): Diagnostic | null {
  if (size <= LARGEST_FILE) return null
  return diagnostic(
    'IMPORT_FILE_TOO_LARGE',
    `The file "${path}" has ${size} bytes, and at most ${LARGEST_FILE} are read: split it.`,
  )
}

/** A file's bytes as text; a byte order mark is dropped. Not UTF-8 or nothing but blanks: a rejection. */
export function readText(path: string, bytes: Uint8Array): SourceFile {
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const text = decode(bytes)
  if (text === null) {
    const found = describeEncoding(bytes)
    const message = `The file "${path}" is not UTF-8${found}: save it as UTF-8.`
    return unreadable(path, diagnostic('IMPORT_NOT_UTF8', message, locate(bytes)), contentHash)
  }
  if (text.trim() === '') {
    const message = `The file "${path}" is empty: write a rule into it or delete it.`
    return unreadable(path, diagnostic('IMPORT_EMPTY_FILE', message), contentHash)
  }
  return { kind: 'readable', path, text, contentHash } satisfies ReadableFile
}

/** A file that could not be read at all, or was not, with the reason: its first line where it names none. */
export function unreadable(
  path: string,
  reason: Diagnostic,
  contentHash = '',
  isFolder = false,
): UnreadableFile {
  const diagnostic = { location: { line: 1, column: 1 }, ...reason }
  return { kind: 'unreadable', path, contentHash, diagnostic, isFolder }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function describeEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ' but UTF-16 little-endian'
  if (first === 0xfe && second === 0xff) return ' but UTF-16 big-endian'
  return ''
}

/** The first place that is not UTF-8: decoding without `fatal` marks it with U+FFFD. */
function locate(bytes: Uint8Array): { location: { line: number; column: number } } {
  const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? ''
  const lines = before.split('\n')
  return { location: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } }
}
