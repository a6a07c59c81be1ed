import type { Values } from './clause'
import { describeLong, fits, isPath } from './describe-long'
import type { Detail } from './detail'
import { eventMeaning } from './event-ids'
import { fieldNoun } from './field-words'
import { quoteText, sayName } from './quote-text'
import { meaningOf } from './value-words'
import { VERBS } from './verbs'

/** Whether the values are names of fields. */
export function areFields(relation: Values['relation']): boolean {
  return relation.startsWith('same')
}

/** One value of a clause: whole where it fits, with its meaning where it has one. */
export function sayValue(
  { field, relation }: Values,
  value: string,
  { width, service }: Detail,
): string {
  if (areFields(relation)) return fieldNoun(value, false)
  if (!fits(value, width)) {
    // What a path leads to says more than the drive that it starts from.
    const atEnd = relation === 'ends' || (relation !== 'starts' && isPath(value))
    return describeLong(
      value,
      VERBS[relation].plural.replace(/s$/, ''),
      width,
      atEnd ? 'end' : 'start',
    )
  }
  switch (relation) {
    case 'named':
      return sayName(value)
    case 'is': {
      const isEvent = field?.toLowerCase() === 'eventid'
      const meaning = isEvent ? eventMeaning(service, value) : meaningOf(field, value)
      return `${sayExact(value)}${meaning === null ? '' : ` (${meaning})`}`
    }
    case 'contains':
    case 'starts':
    case 'ends':
    case 'like':
    case 'regex':
    case 'placeholder':
      return quoteText(value)
    default:
      return sayExact(value)
  }
}

/** Numbers, addresses and networks, true and false: nobody takes them for our own words. */
const UNMISTAKABLE = /^(?:-?\d[\d.:/]*|(?=[^:]*:[^:]*:)[\da-f:.]+(?:\/\d+)?|true|false)$/i

function sayExact(value: string): string {
  return UNMISTAKABLE.test(value) ? value : sayName(value)
}
