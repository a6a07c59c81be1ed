import type { Diagnostic } from '@/lib/diagnostics'
import type { Predicate, SigmaRule } from './ast'
import { Budget } from './budget'
import { joinPredicates } from './join-predicates'
import { type Problem, ProblemError, toDiagnostics } from './problem'
import { ConditionResolver } from './resolve-condition'

export type ResolveResult =
  | { readonly ok: true; readonly predicate: Predicate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Resolves a rule into what it means: identifiers, quantifiers, modifiers and value lists are gone,
 * nested `and` and `or` are flat, and every comparison keeps the path of the value that it came from.
 *
 * A list of conditions is an `or`. `timeframe` and the aggregation behind a condition stay on the
 * rule for a target to refuse: the predicate alone would match more than such a rule.
 *
 * Never throws; says everything that is wrong with modifiers, values and identifiers.
 *
 * @param text the text that the rule was parsed from, so that diagnostics get line and column
 */
export function resolve(rule: SigmaRule, text: string | null = null): ResolveResult {
  const problems: Problem[] = []
  const resolver = new ConditionResolver(rule.detection.identifiers, new Budget(), problems)
  const predicates: Predicate[] = []
  for (const { expression, path } of rule.detection.conditions) {
    try {
      predicates.push(resolver.resolve(expression))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push({ code: error.code, message: error.message, path })
    }
  }
  if (problems.length > 0) return { ok: false, diagnostics: toDiagnostics(problems, text) }
  return { ok: true, predicate: joinPredicates('or', predicates) }
}
