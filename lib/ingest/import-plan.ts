import type { SourceState, VisibleRevision } from '@/lib/catalogue/find-source-state'
import { ImportError } from '@/lib/importers/import-error'
import type { SourceFile } from '@/lib/importers/importer'
import { claimIds } from './claim-ids'
import { cleanText } from './clean-text'
import { type Candidate, identify, isCandidate, isRejected, type RejectedFile } from './identify'
import { planRemovals } from './plan-removals'
import { type SortedFiles, sortFiles } from './sort-files'

/** What an import is going to do, before anything is compiled or written. */
export interface ImportPlan {
  readonly files: SortedFiles
  /** To be made into rows. */
  readonly accepted: readonly Candidate[]
  /** Rejected in this run; those of `files.rejectedBefore` come on top. */
  readonly rejected: readonly RejectedFile[]
  readonly removed: readonly VisibleRevision[]
}

export interface PlanContext {
  readonly sourceName: string
  readonly state: SourceState
  readonly toolchain: string
  /** Which of these ids readers see from another source, with its name. */
  readonly findOwners: (sigmaIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** Reads what changed in a source as far as it takes to know which file is which rule. */
export async function planImport(
  sourceFiles: Iterable<SourceFile>,
  context: PlanContext,
): Promise<ImportPlan> {
  const { sourceName, state } = context
  const files = sortFiles(sourceFiles, state, context.toolchain)
  const identified = files.changed.map(identify)
  const candidates = identified.filter(isCandidate)
  const owners = await context.findOwners(candidates.map(({ sigmaId }) => sigmaId))
  const { revisions } = state
  const claims = claimIds(candidates, {
    sourceName,
    revisions,
    unchanged: files.unchanged,
    owners,
  })
  const rejected = cleanText([
    ...files.unreadable,
    ...identified.filter(isRejected),
    ...claims.rejected,
  ])
  const removed = planRemovals(revisions, {
    rejectedPaths: new Set([...rejected, ...files.rejectedBefore].map(({ path }) => path)),
    unlisted: files.unreadable.filter(({ isFolder }) => isFolder).map(({ path }) => path),
    presentIds: new Set([...files.unchanged, ...claims.accepted].map(({ sigmaId }) => sigmaId)),
  })
  return { files, accepted: claims.accepted, rejected, removed }
}

/** The share of a source that one import may remove without being told to. */
const LARGEST_REMOVAL = 0.2

/** @throws ImportError when so much would go that the wrong folder was probably given */
export function checkRemovals(plan: ImportPlan, sourceName: string, before: number): void {
  const removed = plan.removed.length
  if (removed <= before * LARGEST_REMOVAL) return
  throw new ImportError(
    `This would remove ${removed} of the ${before} rules of "${sourceName}", over 20 %: nothing was changed. If that is what you want, add --allow-removals; if this is another source, give it a name with --source.`,
  )
}
