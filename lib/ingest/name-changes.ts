import type { Database } from '@/lib/catalogue/database'
import { findContents } from '@/lib/catalogue/find-contents'
import type { ComparedRule, NewRule } from '@/lib/catalogue/new-rule'
import { compareRevisions } from './compare-revisions'

/** A rule to be stored, and the row of the revision that readers see of it; null where there is none. */
export interface Successor {
  readonly rule: NewRule
  readonly before: number | null
}

/** Says of each new revision what changed against the one before. Asked once, when it is stored. */
export async function nameChanges(
  db: Database,
  successors: readonly Successor[],
): Promise<ComparedRule[]> {
  const ids = successors.flatMap(({ before }) => (before === null ? [] : [before]))
  const contents = await findContents(db, ids)
  return successors.map(({ rule, before }) => {
    const content = before === null ? undefined : contents.get(before)
    return { ...rule, changes: content === undefined ? [] : compareRevisions(content, rule) }
  })
}
