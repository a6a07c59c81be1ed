import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { ReadableFile } from '@/lib/importers/importer'
import { readDocument } from './read-document'

/** A file that holds a rule with an id. */
export interface Candidate {
  readonly file: ReadableFile
  readonly sigmaId: string
}

/** A file that does not become a rule. */
export interface RejectedFile {
  readonly path: string
  readonly contentHash: string
  readonly diagnostic: Diagnostic
}

/** Reads a file as far as it takes to know which rule it is, or why it is none (the first reason). */
export function identify(file: ReadableFile): Candidate | RejectedFile {
  const read = readDocument(file.text)
  if (!read.ok) {
    const [first] = read.diagnostics
    if (first === undefined) throw new Error(`No reason was given for rejecting ${file.path}.`)
    return reject(file, first)
  }
  const { id } = read.document
  if (id !== null) return { file, sigmaId: id }
  const message =
    'A rule needs an "id" to be kept track of, found none: add a random (version 4) UUID.'
  const location = { line: 1, column: 1 }
  return reject(file, diagnostic('IMPORT_MISSING_ID', message, { location }))
}

export function isCandidate(file: Candidate | RejectedFile): file is Candidate {
  return 'sigmaId' in file
}

export function isRejected(file: Candidate | RejectedFile): file is RejectedFile {
  return !isCandidate(file)
}

export function reject(file: ReadableFile, reason: Diagnostic): RejectedFile {
  return { path: file.path, contentHash: file.contentHash, diagnostic: reason }
}
