import type { Relation } from './clause'

export interface Verb {
  readonly yes: string
  readonly no: string
  /** Stands before one value, or before several: `the network`, `the networks`. */
  readonly one: string
  readonly many: string
  /** Counts values in "one of 43 …". */
  readonly plural: string
}

function verb(yes: string, no: string, plural: string, one = '', many = ''): Verb {
  return { yes, no, plural, one, many }
}

/** How each relation is said, with the field's noun as the subject. */
export const VERBS: Readonly<Record<Relation, Verb>> = {
  is: verb('is', 'is not', 'values'),
  named: verb('is', 'is not', 'names'),
  contains: verb('contains', 'does not contain', 'texts'),
  starts: verb('starts with', 'does not start with', 'texts'),
  ends: verb('ends with', 'does not end with', 'texts'),
  like: verb('is like', 'is not like', 'patterns'),
  regex: verb(
    ...(['matches', 'does not match', 'regular expressions'] as const),
    ...(['the regular expression', 'the regular expressions'] as const),
  ),
  network: verb('is in', 'is not in', 'networks', 'the network', 'the networks'),
  empty: verb('is empty', 'is not empty', ''),
  missing: verb('is empty or missing', 'is neither empty nor missing', ''),
  present: verb('is present', 'is not present', ''),
  absent: verb('is not present', 'is present', ''),
  placeholder: verb('is among', 'is not among', 'placeholders', 'your own values for'),
  same: verb('is the same as', 'is not the same as', 'fields'),
  'same-start': verb('starts with', 'does not start with', 'fields'),
  'same-end': verb('ends with', 'does not end with', 'fields'),
  'same-part': verb('contains', 'does not contain', 'fields'),
  lt: verb('is less than', 'is not less than', 'numbers'),
  lte: verb('is at most', 'is not at most', 'numbers'),
  gt: verb('is greater than', 'is not greater than', 'numbers'),
  gte: verb('is at least', 'is not at least', 'numbers'),
  minute: verb('has the minute', 'does not have the minute', 'minutes'),
  hour: verb('has the hour', 'does not have the hour', 'hours'),
  day: verb('has the day', 'does not have the day', 'days'),
  week: verb('has the week', 'does not have the week', 'weeks'),
  month: verb('has the month', 'does not have the month', 'months'),
  year: verb('has the year', 'does not have the year', 'years'),
}
