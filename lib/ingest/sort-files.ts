import type {
  SourceState,
  VisibleRejection,
  VisibleRevision,
} from '@/lib/catalogue/find-source-state'
import type { ReadableFile, SourceFile, UnreadableFile } from '@/lib/importers/importer'

/** The files of a source, by what an import has to do with them. */
export interface SortedFiles {
  /** Same bytes and same toolchain as what readers see: nothing to do. */
  readonly unchanged: readonly VisibleRevision[]
  /** Rejected before for what the file itself says, and the same file still. */
  readonly rejectedBefore: readonly VisibleRejection[]
  readonly unreadable: readonly UnreadableFile[]
  /** To be parsed. */
  readonly changed: readonly ReadableFile[]
}

/** Reasons that lie outside the file, in another one or in this process: looked at again each time. */
const LOOK_AGAIN: readonly string[] = [
  'IMPORT_DUPLICATE_ID',
  'IMPORT_ID_OWNED',
  'IMPORT_INTERNAL_FAULT',
]

/** Compares what is there with what readers see. Texts of unchanged files are let go of at once. */
export function sortFiles(
  files: Iterable<SourceFile>,
  state: SourceState,
  toolchain: string,
): SortedFiles {
  const revisions = new Map(state.revisions.map((revision) => [revision.path, revision]))
  const rejections = new Map(state.rejections.map((rejection) => [rejection.path, rejection]))
  const unchanged: VisibleRevision[] = []
  const rejectedBefore: VisibleRejection[] = []
  const unreadable: UnreadableFile[] = []
  const changed: ReadableFile[] = []
  for (const file of files) {
    const revision = revisions.get(file.path)
    const rejection = rejections.get(file.path)
    const isSame = (row: VisibleRevision | VisibleRejection) =>
      row.contentHash === file.contentHash && row.toolchainHash === toolchain
    if (file.kind === 'unreadable') unreadable.push(file)
    else if (revision !== undefined && isSame(revision)) unchanged.push(revision)
    else if (rejection !== undefined && isSame(rejection) && !LOOK_AGAIN.includes(rejection.code))
      rejectedBefore.push(rejection)
    else changed.push(file)
  }
  return { unchanged, rejectedBefore, unreadable, changed }
}
