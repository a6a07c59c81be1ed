/**
 * Text of a rule for a terminal or a one-line comment: control characters could move the cursor,
 * change colours or end the line, so each becomes a blank.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
}
