import type { VisibleRevision } from '@/lib/catalogue/find-source-state'

interface Fates {
  /** Paths of files that were read or rejected: whatever they say now, they are there. */
  readonly rejectedPaths: ReadonlySet<string>
  /** Paths of folders that could not be listed. */
  readonly unlisted: readonly string[]
  /** Ids that a file of the source carries now. */
  readonly presentIds: ReadonlySet<string>
}

/**
 * Which visible revisions the source has no file for any more. A rejected file and a folder that
 * could not be listed take nothing away: nobody decided to remove those rules.
 */
export function planRemovals(
  revisions: readonly VisibleRevision[],
  { rejectedPaths, unlisted, presentIds }: Fates,
): VisibleRevision[] {
  return revisions.filter(
    ({ sigmaId, path }) =>
      !presentIds.has(sigmaId) &&
      !rejectedPaths.has(path) &&
      !unlisted.some((folder) => path.startsWith(`${folder}/`)),
  )
}
