import type { Values } from './clause'
import type { Detail } from './detail'
import { eventMeaning } from './event-ids'
import { fieldNoun } from './field-words'
import { type Cut, quoteText, sayName } from './quote-text'
import { meaningOf, statementOf } from './value-words'
import { VERBS } from './verbs'

/** A subject and what is said of it, apart, so that two statements of one subject can be joined. */
export interface Statement {
  readonly noun: string
  readonly rest: string
}

/** Said of one field: "the command line", "contains “a”, “b” or “c”". */
export function sayValues(clause: Values, detail: Detail): Statement | string {
  const { field, relation, values, negated, suffix } = clause
  const [first] = values
  if (first !== undefined && values.length === 1 && relation === 'is') {
    const statement = statementOf(field, first, negated)
    if (statement !== null) return statement
  }
  const noun = fieldNoun(field, relation === 'named')
  const verb = VERBS[relation]
  if (first === undefined) return { noun, rest: negated ? verb.no : verb.yes }
  return { noun, rest: `${predicateOf(clause, first, detail)}${suffix}` }
}

function predicateOf(clause: Values, first: string, detail: Detail): string {
  const { relation, values, join, negated } = clause
  const { yes, no, one, many, plural } = VERBS[relation]
  const say = (value: string, cut?: Cut) => sayValue(clause, value, detail, cut)
  const count = values.length
  if (count === 1) return words(negated ? no : yes, one, say(first))

  const shown = count <= detail.values ? count : Math.max(1, detail.values - 1)
  const cut = values.slice(0, shown).map((value) => say(value))
  // Values that begin alike may be the same once they are cut.
  const alike = new Set(cut).size < cut.length
  const some = alike ? values.slice(0, shown).map((value) => say(value, 'middle')) : cut
  if (shown < count) {
    const such = `${count} ${plural} (such as ${list(some, 'and')})`
    if (join === 'any') return `${yes} ${negated ? 'none' : 'one'} of ${such}`
    return `${negated ? no : yes} all of ${such}`
  }
  if (join === 'all') {
    const all = count === 2 ? 'both' : 'all of'
    return words(negated ? no : yes, all, many, list(some, 'and'))
  }
  if (!negated) return words(yes, many === '' ? '' : `one of ${many}`, list(some, 'or'))
  if (count === 2 && many === '') return `${yes} neither ${list(some, 'nor')}`
  return words(yes, 'none of', many, list(some, 'and'))
}

function sayValue({ field, relation }: Values, value: string, detail: Detail, cut?: Cut): string {
  const { width } = detail
  switch (relation) {
    case 'same':
    case 'same-start':
    case 'same-end':
    case 'same-part':
      return fieldNoun(value, false)
    case 'named':
      return sayName(value, width)
    case 'is': {
      const isEvent = field?.toLowerCase() === 'eventid'
      const meaning = isEvent ? eventMeaning(detail.service, value) : meaningOf(field, value)
      return `${sayExact(value, width)}${meaning === null ? '' : ` (${meaning})`}`
    }
    case 'ends':
      return quoteText(value, width, cut ?? 'start')
    case 'contains':
    case 'starts':
    case 'like':
    case 'regex':
    case 'placeholder':
      return quoteText(value, width, cut)
    default:
      return sayExact(value, width)
  }
}

/** Numbers, addresses and networks, true and false: nobody takes them for our own words. */
const UNMISTAKABLE = /^(?:-?\d[\d.:/]*|(?=[^:]*:[^:]*:)[\da-f:.]+(?:\/\d+)?|true|false)$/i

function sayExact(value: string, width: number): string {
  return value.length <= width && UNMISTAKABLE.test(value) ? value : sayName(value, width)
}

export function list(words: readonly string[], last: 'and' | 'or' | 'nor'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
