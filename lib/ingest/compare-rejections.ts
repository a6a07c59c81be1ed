import type { VisibleRejection } from '@/lib/catalogue/find-source-state'
import type { FreshHash } from '@/lib/catalogue/refresh-hashes'
import type { RejectedFile } from './identify'

export interface RejectionChanges {
  readonly added: readonly RejectedFile[]
  /** Ids of rejections that no file gives a reason for any more. */
  readonly ended: readonly number[]
  /** The same reason for another text of the file, or found by another toolchain. */
  readonly refreshed: readonly FreshHash[]
}

/** What changes in the list of rejections that readers see. */
export function compareRejections(
  visible: readonly VisibleRejection[],
  kept: readonly VisibleRejection[],
  rejected: readonly RejectedFile[],
  toolchain: string,
): RejectionChanges {
  const keptIds = new Set(kept.map(({ id }) => id))
  const open = new Map(
    visible.filter(({ id }) => !keptIds.has(id)).map((row) => [row.path, row] as const),
  )
  const added: RejectedFile[] = []
  const refreshed: FreshHash[] = []
  for (const file of rejected) {
    const row = open.get(file.path)
    if (row === undefined || !isSameReason(row, file)) {
      added.push(file)
      continue
    }
    open.delete(file.path)
    if (row.contentHash !== file.contentHash || row.toolchainHash !== toolchain)
      refreshed.push({ id: row.id, contentHash: file.contentHash })
  }
  return { added, ended: [...open.values()].map(({ id }) => id), refreshed }
}

function isSameReason(row: VisibleRejection, { diagnostic }: RejectedFile): boolean {
  return (
    row.code === diagnostic.code &&
    row.message === diagnostic.message &&
    row.line === (diagnostic.location?.line ?? null) &&
    row.column === (diagnostic.location?.column ?? null)
  )
}
