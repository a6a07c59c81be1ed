import type { Diagnostic } from '@/lib/diagnostics'

/** What is known of a source as a whole. */
export interface SourceFacts {
  /** Who the rules are from, as readers are shown it: `SigmaHQ`. */
  readonly name: string
  /** Where it was read from, as the user gave it. */
  readonly origin: string
  /** Base of the links to an original file, ending in a slash; null where there is none. */
  readonly webUrl: string | null
  readonly licence: string | null
  readonly licenceUrl: string | null
  /** The commit that was read, where the source is a checkout. */
  readonly commit: string | null
}

/** A file as read: text, or the reason why it is none. */
export type SourceFile = ReadableFile | UnreadableFile

export interface ReadableFile {
  readonly kind: 'readable'
  /** Relative to the source's root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** SHA-256 of the file's bytes, hex. */
  readonly contentHash: string
}

export interface UnreadableFile {
  readonly kind: 'unreadable'
  readonly path: string
  readonly contentHash: string
  readonly diagnostic: Diagnostic
  /** A folder that could not be listed: whatever was under it is unknown, not removed. */
  readonly isFolder: boolean
}

/** A source that is open for reading. Reads and normalises only; see the folder's README. */
export interface Importer {
  readonly facts: SourceFacts
  /** All files in path order. Reading goes on past what cannot be read. */
  files(): Iterable<SourceFile>
}
