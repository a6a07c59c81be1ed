import { ProblemError } from './problem'

/** Comparisons that one rule may stand for; the largest SigmaHQ rule has under 2,000. */
const MAX_COMPARISONS = 50_000

/** Counts the comparisons a rule expands into, so that a short hostile rule cannot fill the memory. */
export class Budget {
  private left = MAX_COMPARISONS

  /** @throws ProblemError SIGMA_TOO_LARGE */
  spend(comparisons: number): void {
    this.left -= comparisons
    if (this.left >= 0) return
    throw new ProblemError(
      'SIGMA_TOO_LARGE',
      `The rule stands for more than ${MAX_COMPARISONS} comparisons; split it up.`,
    )
  }
}
