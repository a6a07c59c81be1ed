import type { Detection, Predicate } from '@/lib/sigma/ast'
import type { Clause } from './clause'
import { joinClauses } from './clause'
import { groupClauses } from './group-clauses'
import { toClause } from './to-clause'
import { writtenValues } from './written-value'

/** What a detection asks for and what it leaves out. */
export interface DetectionWords {
  /** Null where the rule only leaves out. */
  readonly required: Clause | null
  /** Events that any one of these fits are not found. */
  readonly excluded: readonly Clause[]
}

/**
 * Splits a predicate at its top into what has to hold and what must not: the operands of its `and`
 * that are negated, those of a negated `or` one by one.
 *
 * @param detection as written, for values that went through an encoding
 */
export function describeDetection(predicate: Predicate, detection: Detection): DetectionWords {
  const findWritten = writtenValues(detection)
  const required: Clause[] = []
  const excluded: Clause[] = []
  for (const operand of predicate.kind === 'and' ? predicate.operands : [predicate]) {
    if (operand.kind !== 'not') {
      required.push(toClause(operand, findWritten))
      continue
    }
    const clause = toClause(operand.operand, findWritten)
    excluded.push(...(clause.kind === 'any' ? clause.clauses : [clause]))
  }
  return {
    required:
      required.length === 0
        ? null
        : joinClauses('all', groupClauses('all', flat(joinClauses('all', required)))),
    excluded: groupClauses('any', excluded),
  }
}

function flat(clause: Clause): readonly Clause[] {
  return clause.kind === 'all' ? clause.clauses : [clause]
}
