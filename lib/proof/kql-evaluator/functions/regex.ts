import { EvaluationError } from '../evaluation-error'
import { compileRegex } from '../regex'
import { arrayAt, numberAt, textAt } from './arguments'
import { define, type FunctionTable } from './scalar-function'

/** extract(), extract_all(), replace_regex(), trim(), countof(): regexes as in `matches regex`. */
export const REGEX_FUNCTIONS: FunctionTable = {
  // No match and a group that took no part both give the empty string (extract page).
  extract: define('string', 3, (values, context) => {
    const group = numberAt(values, 1) ?? 0
    const regex = compileRegex(textAt(values, 0, context))
    if (group > regex.groupCount) throw new EvaluationError(`extract() of group ${group}`)
    return regex.match(textAt(values, 2, context))?.[group] ?? ''
  }),
  // One group gives texts, several give arrays of texts, no match gives null (extract_all page).
  extract_all: define('dynamic', [2, 3], (values, context) => {
    const regex = compileRegex(textAt(values, 0, context))
    const wanted = values.length === 3 ? arrayAt(values, 1) : null
    const groups = (wanted ?? Array.from({ length: regex.groupCount }, (_, at) => at + 1)).map(
      Number,
    )
    if (groups.length === 0 || groups.some((group) => Number.isNaN(group))) {
      throw new EvaluationError('extract_all() needs numbered capture groups')
    }
    const found = regex
      .matchAll(textAt(values, values.length - 1, context))
      .map((match) => groups.map((group) => match[group] ?? ''))
    if (found.length === 0) return null
    return groups.length === 1 ? found.map(([only = '']) => only) : found
  }),
  replace_regex: define('string', 3, (values, context) => {
    const rewrite = textAt(values, 2, context)
    return compileRegex(textAt(values, 1, context)).replaceAll(
      textAt(values, 0, context),
      (groups) => rewrite.replace(/\\(\d)/g, (_, digit: string) => groups[Number(digit)] ?? ''),
    )
  }),
  trim: define('string', 2, (values, context) => {
    const pattern = textAt(values, 0, context)
    return trimEnd(pattern, trimStart(pattern, textAt(values, 1, context)))
  }),
  trim_start: define('string', 2, (values, context) =>
    trimStart(textAt(values, 0, context), textAt(values, 1, context)),
  ),
  trim_end: define('string', 2, (values, context) =>
    trimEnd(textAt(values, 0, context), textAt(values, 1, context)),
  ),
  countof: define('long', [2, 3], (values, context) => {
    if (values.length < 3 || textAt(values, 2, context) !== 'regex') {
      throw new EvaluationError('countof() of kind "normal": overlaps')
    }
    return compileRegex(textAt(values, 1, context)).matchAll(textAt(values, 0, context)).length
  }),
}

function trimStart(pattern: string, text: string): string {
  return compileRegex(`^(?:${pattern})`).replaceAll(text, () => '')
}

function trimEnd(pattern: string, text: string): string {
  return compileRegex(`(?:${pattern})$`).replaceAll(text, () => '')
}
