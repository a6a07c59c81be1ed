import type { Comparison, DetectionItem, Predicate, RawValue, Search, YamlPath } from './ast'
import type { Budget } from './budget'
import { finish } from './draft'
import { joinPredicates } from './join-predicates'
import { applyModifiers, type ModifierPlan, planModifiers } from './modifiers'
import { type Problem, ProblemError } from './problem'
import { plainString } from './sigma-string'

/** Stands where a problem was reported, so that the rest is still checked. */
const NOTHING: Predicate = { kind: 'or', operands: [] }

/**
 * Resolves a search identifier. What is wrong with an item is added to the problems, and the others
 * are resolved all the same.
 *
 * @throws ProblemError SIGMA_TOO_LARGE
 */
export function resolveSearch(
  search: Search,
  budget: Budget,
  problems: Problem[],
): { readonly predicate: Predicate; readonly comparisons: number } {
  let comparisons = 0
  const spend = (count: number) => {
    comparisons += count
    budget.spend(count)
  }
  const predicate = resolveTree(search, (item) => resolveItem(item, spend, problems))
  return { predicate, comparisons }
}

function resolveTree(search: Search, item: (item: DetectionItem) => Predicate): Predicate {
  if (search.kind === 'all-of') return joinPredicates('and', search.items.map(item))
  return joinPredicates(
    'or',
    search.searches.map((inner) => resolveTree(inner, item)),
  )
}

function resolveItem(
  item: DetectionItem,
  spend: (comparisons: number) => void,
  problems: Problem[],
): Predicate {
  const plan = attempt(problems, item.path, () => planModifiers(item.modifiers))
  if (plan === null) return NOTHING
  const values = item.values.map((value, index) => {
    const path = item.values.length === 1 ? item.path : [...item.path, index]
    const leaves = attempt(problems, path, () => resolveValue(item.field, plan, value, path))
    spend(leaves?.length ?? 0)
    return leaves === null ? NOTHING : joinPredicates('or', leaves)
  })
  const joined = joinPredicates(plan.all ? 'and' : 'or', values)
  return plan.negated ? { kind: 'not', operand: joined } : joined
}

function resolveValue(
  field: string | null,
  plan: ModifierPlan,
  value: RawValue,
  path: YamlPath,
): readonly Predicate[] {
  return applyModifiers(plan, { kind: 'raw', value }).map((draft): Predicate => {
    const comparison = finish(draft)
    if (field !== null) return { kind: 'match', field, comparison, path }
    return { kind: 'keyword', comparison: keywordComparison(comparison), path }
  })
}

/** Keywords are searched for in the text of an event ("Keywords search"): numbers as their digits. */
function keywordComparison(comparison: Comparison): Comparison {
  switch (comparison.kind) {
    case 'string':
    case 'regex':
    case 'placeholder':
      return comparison
    case 'number':
    case 'boolean':
      return { kind: 'string', value: plainString(String(comparison.value)), cased: false }
    case 'null':
      throw new ProblemError(
        'SIGMA_INVALID_VALUE',
        'A keyword is text to search for, found null; write the text or name a field.',
      )
    default:
      throw new ProblemError(
        'SIGMA_INVALID_MODIFIER',
        'This modifier compares the value of a field; write a field name before the first "|".',
      )
  }
}

/** Runs a step; a problem is noted with its path, and gives null. */
function attempt<Result>(problems: Problem[], path: YamlPath, step: () => Result): Result | null {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    problems.push({ code: error.code, message: error.message, path })
    return null
  }
}
