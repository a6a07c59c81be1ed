import { INVISIBLE } from '@/lib/kql/literal'

/**
 * Text of a rule for a terminal or a one-line comment: invisible characters could move the
 * cursor, change colours, turn the direction or end the line, so each becomes a blank.
 */
export function printable(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/ +/g, ' ').trim()
}
