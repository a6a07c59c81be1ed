import { chooseExamples } from './choose-examples'
import type { Values } from './clause'
import { fits } from './describe-long'
import type { Detail } from './detail'
import { fieldNoun } from './field-words'
import { areFields, sayValue } from './say-value'
import { statementOf } from './value-words'
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
  const { yes, no, one, many } = VERBS[relation]
  const plural = pluralOf(clause)
  const say = (value: string) => sayValue(clause, value, detail)
  const count = values.length
  const long = areFields(relation) ? [] : values.filter((value) => !fits(value, detail.width))
  if (count === 1) return words(negated ? no : yes, long.length > 0 ? '' : one, say(first))

  const tooMany = count > detail.values && !isShort(values)
  if (tooMany || long.length > 1 || (long.length > 0 && relation === 'regex')) {
    const examples = examplesOf(clause, detail).map(say)
    if (examples.length === count - 1 && many === '' && !negated) {
      const further = `one further ${plural.replace(/s$/, '')}`
      if (join === 'any') return `${yes} ${list([...examples, further], 'or')}`
      return `${yes} ${count === 2 ? 'both' : 'all of'} ${list([...examples, further], 'and')}`
    }
    const some = examples.length > 0 ? ` (such as ${list(examples, 'and')})` : rangeOf(values)
    const such = `${count} ${plural}${some}`
    if (join === 'any') return `${yes} ${negated ? 'none' : 'one'} of ${such}`
    return `${negated ? no : yes} all of ${such}`
  }
  // A long value last: what is said of it is not to be read on into the next one.
  const all = [...values.filter((value) => !long.includes(value)), ...long].map(say)
  if (join === 'all') {
    const both = count === 2 ? 'both' : 'all of'
    return words(negated ? no : yes, both, many, list(all, 'and'))
  }
  if (!negated) return words(yes, many === '' ? '' : `one of ${many}`, list(all, 'or'))
  if (count === 2 && many === '') return `${yes} neither ${list(all, 'nor')}`
  return words(yes, 'none of', many, list(all, 'and'))
}

/** Counts the values in "one of 43 …". */
function pluralOf({ field, relation }: Values): string {
  if (relation !== 'named') return VERBS[relation].plural
  return / (?:process|application)$/.test(fieldNoun(field, true)) ? 'programs' : 'files'
}

/** Whether a list is said as quickly as it is counted: ports, drives, endings. */
function isShort(values: readonly string[]): boolean {
  return values.length <= 8 && values.join(', ').length <= 36
}

/** A few values of a list, whole; none where all are too long. */
function examplesOf({ relation, values }: Values, detail: Detail): readonly string[] {
  const most = Math.max(1, Math.min(detail.values, values.length) - 1)
  return areFields(relation) ? values.slice(0, most) : chooseExamples(values, most, detail.width)
}

/** How long values are that are too long to be shown. */
function rangeOf(values: readonly string[]): string {
  const lengths = values.map((value) => Array.from(value).length)
  const [least, longest] = [Math.min(...lengths), Math.max(...lengths)]
  const range =
    least === longest ? inEnglish(least) : `${inEnglish(least)} to ${inEnglish(longest)}`
  return ` of ${range} characters`
}

function inEnglish(count: number): string {
  return count.toLocaleString('en')
}

export function list(words: readonly string[], last: 'and' | 'or' | 'nor'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
