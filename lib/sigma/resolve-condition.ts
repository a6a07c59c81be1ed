import { assertNever } from '@/lib/diagnostics'
import type { Condition, Predicate, SearchIdentifier } from './ast'
import type { Budget } from './budget'
import { quote } from './describe-value'
import { joinPredicates } from './join-predicates'
import { type Problem, ProblemError } from './problem'
import { resolveSearch } from './resolve-search'
import { didYouMean } from './suggest'

/** Ways to choose n of m identifiers that are written out. */
const MAX_CHOICES = 500

interface Resolved {
  readonly predicate: Predicate
  readonly comparisons: number
}

/** Puts the meaning of search identifiers in the place of their names in a condition. */
export class ConditionResolver {
  private readonly searches: ReadonlyMap<string, SearchIdentifier>
  private readonly resolved = new Map<string, Resolved>()

  constructor(
    identifiers: readonly SearchIdentifier[],
    private readonly budget: Budget,
    private readonly problems: Problem[],
  ) {
    this.searches = new Map(identifiers.map((identifier) => [identifier.name, identifier]))
  }

  /** @throws ProblemError SIGMA_UNKNOWN_IDENTIFIER, SIGMA_TOO_LARGE */
  resolve(condition: Condition): Predicate {
    switch (condition.kind) {
      case 'or':
      case 'and':
        return joinPredicates(
          condition.kind,
          condition.operands.map((operand) => this.resolve(operand)),
        )
      case 'not':
        return { kind: 'not', operand: this.resolve(condition.operand) }
      case 'identifier':
        return this.identifier(condition.name)
      case 'quantified':
        return this.quantified(condition.quantifier, condition.pattern)
      default:
        return assertNever(condition)
    }
  }

  private identifier(name: string): Predicate {
    const known = this.resolved.get(name)
    if (known !== undefined) {
      this.budget.spend(known.comparisons)
      return known.predicate
    }
    const search = this.searches.get(name)
    if (search === undefined) {
      const hint = didYouMean(name, this.searches.keys()) || ' Define it, or correct the name.'
      throw unknown(
        `The condition names ${quote(name)}, which the detection does not define.${hint}`,
      )
    }
    const result = resolveSearch(search.search, this.budget, this.problems)
    this.resolved.set(name, result)
    return result.predicate
  }

  private quantified(quantifier: 'any' | 'all' | number, pattern: string): Predicate {
    const names = this.matching(pattern)
    if (names.length === 0) {
      const known = [...this.searches.keys()].map(quote).join(', ')
      throw unknown(
        `No search identifier matches ${quote(pattern)}; the detection defines ${known}.`,
      )
    }
    const needed = quantifier === 'all' ? names.length : quantifier === 'any' ? 1 : quantifier
    if (needed > names.length) {
      throw unknown(
        `The condition needs ${needed} of ${quote(pattern)}, but ${names.length} match it.`,
      )
    }
    const choices = choose(names, needed).map((chosen) =>
      joinPredicates(
        'and',
        chosen.map((name) => this.identifier(name)),
      ),
    )
    return joinPredicates('or', choices)
  }

  /**
   * Names beginning with `_` are left out ("1/all of them"), except by a pattern that asks for them.
   */
  private matching(pattern: string): readonly string[] {
    const glob = pattern === 'them' ? '*' : pattern
    return [...this.searches.keys()].filter(
      (name) => (!name.startsWith('_') || glob.startsWith('_')) && matchesGlob(glob, name),
    )
  }
}

/** `*` is any number of characters. Linear in the name: no expression built from the author's text. */
function matchesGlob(glob: string, name: string): boolean {
  const [head = '', ...rest] = glob.split('*')
  const tail = rest.pop()
  if (tail === undefined) return head === name
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length) {
    return false
  }
  let from = head.length
  for (const middle of rest) {
    const found = name.indexOf(middle, from)
    if (found < 0 || found + middle.length > name.length - tail.length) return false
    from = found + middle.length
  }
  return true
}

/** All ways to take some of the names, in their order. */
function choose(names: readonly string[], count: number): readonly (readonly string[])[] {
  let ways: readonly (readonly number[])[] = [[]]
  for (let taken = 0; taken < count; taken++) {
    ways = ways.flatMap((way) => {
      const next = (way.at(-1) ?? -1) + 1
      const last = names.length - (count - taken)
      return Array.from({ length: Math.max(0, last - next + 1) }, (_, i) => [...way, next + i])
    })
    if (count > 1 && ways.length > MAX_CHOICES) {
      throw new ProblemError(
        'SIGMA_TOO_LARGE',
        `Choosing ${count} of ${names.length} search identifiers makes over ${MAX_CHOICES} alternatives; write the ones you mean.`,
      )
    }
  }
  return ways.map((way) => way.flatMap((index) => names[index] ?? []))
}

function unknown(message: string): ProblemError {
  return new ProblemError('SIGMA_UNKNOWN_IDENTIFIER', message)
}
