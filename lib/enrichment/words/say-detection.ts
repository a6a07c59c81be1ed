import type { Detection } from '@/lib/sigma/ast'
import type { Clause } from './clause'
import { type Detail, fullestText } from './detail'
import { quoteText } from './quote-text'
import { sayClause, sayFields } from './say-clause'

/** Characters that should do, and those that are better than naming the fields alone. */
const REQUIRED = { usual: 360, most: 480 }

/** What has to hold, to follow "where". */
export function sayRequired(required: Clause, service?: string): string {
  const say = (detail: Detail) => sayClause(required, detail)
  return (
    fullestText(REQUIRED.usual, say, service) ??
    fullestText(REQUIRED.most, say, service) ??
    `a combination of ${countOf(required)} conditions holds on ${sayFields(required, 4)}`
  )
}

/**
 * What is left out, to follow "those": each exclusion in words, or some of them and their number.
 *
 * @param most characters that it may take
 */
export function sayExclusions(excluded: readonly Clause[], most: number, service?: string): string {
  for (const shown of [excluded.length, 4, 3, 2, 1]) {
    if (shown > excluded.length || shown > 4) continue
    const text = fullestText(
      most,
      (detail) => {
        const said = excluded.slice(0, shown).map((each) => `where ${sayClause(each, detail)}`)
        return shown === excluded.length
          ? said.join(', or ')
          : `that fit one of ${excluded.length} filters, such as those ${said.join(', or ')}`
      },
      service,
    )
    if (text !== null) return text
  }
  const fields = sayFields({ kind: 'any', clauses: excluded }, 3)
  return excluded.length === 1
    ? `that fit a filter on ${fields}`
    : `that fit one of ${excluded.length} filters on ${fields}`
}

/** The deprecated tail of a condition, and the time that it counts in: the events alone are no match. */
export function sayAggregations({ conditions, timeframe }: Detection): string {
  const tails = conditions.flatMap(({ aggregation }) => aggregation ?? [])
  const [first] = tails
  if (first === undefined) {
    return timeframe === null ? '' : `, within ${quoteText(timeframe, 20)}`
  }
  const within = timeframe === null ? '' : ` within ${quoteText(timeframe, 20)}`
  return `, and then counts them by ${quoteText(first, 80)}${within}`
}

function countOf(clause: Clause): number {
  if (clause.kind !== 'values') return clause.clauses.reduce((sum, each) => sum + countOf(each), 0)
  return Math.max(1, clause.values.length)
}
