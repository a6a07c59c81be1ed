import type { Detection } from '@/lib/sigma/ast'
import type { Clause } from './clause'
import { sayText } from './describe-long'
import { type Detail, FULLEST, firstThatFits, fullestText, NARROW, WHOLE } from './detail'
import { sayClause, sayFields } from './say-clause'

const REQUIRED = { usual: 360, most: 520 }
const MOST_EXCLUSIONS = 4

/** What has to hold, to follow "where". */
export function sayRequired(required: Clause, service?: string): string {
  const say = (detail: Detail) => sayClause(required, detail)
  return (
    fullestText(REQUIRED, say, service) ??
    `a combination of ${countOf(required)} conditions holds on ${sayFields(required, 4)}`
  )
}

/**
 * What is left out, to follow "leaves out": each exclusion in words, or their number and some that
 * are shortly said.
 *
 * @param most characters that it may take
 */
export function sayExclusions(excluded: readonly Clause[], most: number, service?: string): string {
  const count = excluded.length
  const few = shortest(excluded, MOST_EXCLUSIONS)
  // Few of many with whole values say more than all of them without.
  for (const details of [WHOLE, NARROW]) {
    for (let shown = few.length; shown > 0; shown--) {
      const say = (detail: Detail) =>
        shown === count
          ? `events ${saySome(excluded, detail)}`
          : `${count} kinds of events, such as those ${saySome(few.slice(0, shown), detail)}`
      const text = firstThatFits(details, most, say, service)
      if (text !== null) return text
    }
  }
  const fields = sayFields({ kind: 'any', clauses: excluded }, 3)
  return count === 1
    ? `what fits a filter on ${fields}`
    : `${count} kinds of events, told by ${fields}`
}

function saySome(excluded: readonly Clause[], detail: Detail): string {
  return `where ${excluded.map((each) => sayClause(each, detail)).join(', or where ')}`
}

/** Those that are said in the fewest characters, in the rule's order among equals. */
function shortest(clauses: readonly Clause[], most: number): readonly Clause[] {
  const sized = clauses.map((clause) => ({ clause, size: sayClause(clause, FULLEST).length }))
  return sized
    .sort((a, b) => a.size - b.size)
    .slice(0, most)
    .map(({ clause }) => clause)
}

/** The deprecated tail of a condition, and the time that it counts in: the events alone are no match. */
export function sayAggregations({ conditions, timeframe }: Detection): string {
  const tails = conditions.flatMap(({ aggregation }) => aggregation ?? [])
  const [first] = tails
  if (first === undefined) {
    return timeframe === null ? '' : `, within ${sayText(timeframe, 'time', 20)}`
  }
  const within = timeframe === null ? '' : ` within ${sayText(timeframe, 'time', 20)}`
  return `, and then counts them by ${sayText(first, 'condition', 100)}${within}`
}

function countOf(clause: Clause): number {
  if (clause.kind !== 'values') return clause.clauses.reduce((sum, each) => sum + countOf(each), 0)
  return Math.max(1, clause.values.length)
}
