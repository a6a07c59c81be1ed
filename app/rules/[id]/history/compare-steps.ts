import { targetName } from '@/components/ui/target'
import type { RevisionTexts } from '@/lib/catalogue/views'
import { diffLines, type LineDiff } from './line-diff'

/** One text of a rule that a step changed. */
export interface StepDiff {
  readonly title: string
  readonly diff: LineDiff
}

/** What a page may cost: beyond that, a step is shown on a page of its own. */
const MOST_LINES = 2_000
const LONGEST_MS = 1_000

/**
 * Compares each revision with the one before, newest first.
 *
 * @param wanted the versions whose comparison is asked for; the others are left out
 * @returns by version; a step for which there was no room is not in it
 */
export function compareSteps(
  revisions: readonly RevisionTexts[],
  wanted: (version: number) => boolean,
): ReadonlyMap<number, readonly StepDiff[]> {
  const started = Date.now()
  const compared = new Map<number, readonly StepDiff[]>()
  let lines = 0
  for (const [index, revision] of revisions.entries()) {
    const before = revisions[index + 1]
    if (before === undefined || !wanted(revision.version)) continue
    if (lines > MOST_LINES || Date.now() - started > LONGEST_MS) break
    const diffs = compare(before, revision)
    for (const { diff } of diffs) lines += diff.kind === 'lines' ? diff.lines.length : 0
    compared.set(revision.version, diffs)
  }
  return compared
}

function compare(before: RevisionTexts, after: RevisionTexts): readonly StepDiff[] {
  const targets = [...new Set([...after.queries, ...before.queries].map(({ target }) => target))]
  const texts = [
    { title: 'Sigma', old: before.sigma, now: after.sigma },
    ...targets.map((target) => ({
      title: `KQL for ${targetName(target)}`,
      old: kqlOf(before, target),
      now: kqlOf(after, target),
    })),
  ]
  return texts.flatMap(({ title, old, now }) => {
    const diff = diffLines(old, now)
    return diff === null ? [] : [{ title, diff }]
  })
}

function kqlOf({ queries }: RevisionTexts, target: string): string {
  return queries.find((query) => query.target === target)?.kql ?? ''
}
