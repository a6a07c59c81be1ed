import { EvaluationError } from '../evaluation-error'
import { toText } from '../to-text'
import { isArray, type Value } from '../value'
import { arrayAt, numberAt, textAt } from './arguments'
import { define, type FunctionTable, type ScalarFunction } from './scalar-function'

const text = (change: (value: string) => Value, result: ScalarFunction['result'] = 'string') =>
  define(result, 1, (values, context) => change(textAt(values, 0, context)))

/** Texts (strcat, substring, split, replace_string … pages). */
export const STRING_FUNCTIONS: FunctionTable = {
  // Upper and lower case are Unicode's here, unlike in case-insensitive operators.
  tolower: text((value) => value.toLowerCase()),
  toupper: text((value) => value.toUpperCase()),
  strlen: text((value) => [...value].length, 'long'),
  reverse: text((value) => [...value].reverse().join('')),
  strcat: define('string', [1, 64], (values, { types }) =>
    values.map((value, index) => toText(value, types[index] ?? 'string')).join(''),
  ),
  strcat_delim: define('string', [3, 64], (values, { types }) => {
    const [delimiter = '', ...parts] = values.map((value, index) =>
      toText(value, types[index] ?? 'string'),
    )
    return parts.join(delimiter)
  }),
  strcat_array: define('string', 2, (values, context) =>
    (arrayAt(values, 0) ?? [])
      .map((value) => toText(value, 'dynamic'))
      .join(textAt(values, 1, context)),
  ),
  strrep: define('string', [2, 3], (values, context) =>
    Array.from({ length: numberAt(values, 1) ?? 0 }, () => textAt(values, 0, context)).join(
      values.length > 2 ? textAt(values, 2, context) : '',
    ),
  ),
  substring: define('string', [2, 3], (values, context) => {
    const [start, length] = [numberAt(values, 1) ?? 0, numberAt(values, 2)]
    if (start < 0 || (length ?? 0) < 0) throw new EvaluationError('substring() from the end')
    const whole = textAt(values, 0, context)
    return length === null ? whole.slice(start) : whole.slice(start, start + length)
  }),
  indexof: define('long', [2, 3], (values, context) => {
    const start = numberAt(values, 2) ?? 0
    if (start < 0) throw new EvaluationError('indexof() from the end')
    return textAt(values, 0, context).indexOf(textAt(values, 1, context), start)
  }),
  replace_string: define('string', 3, (values, context) => {
    const sought = textAt(values, 1, context)
    if (sought === '') throw new EvaluationError('replace_string() of an empty text')
    return textAt(values, 0, context).replaceAll(sought, () => textAt(values, 2, context))
  }),
  replace_strings: define('string', 3, (values, context) => {
    const [sought, given] = [arrayAt(values, 1) ?? [], values[2] ?? null]
    return sought.reduce<string>(
      (whole, item, index) => {
        const replacement = isArray(given) ? (given[index] ?? null) : given
        return whole.replaceAll(toText(item, 'dynamic'), () => toText(replacement, 'dynamic'))
      },
      textAt(values, 0, context),
    )
  }),
  split: define('dynamic', [2, 3], (values, context) => {
    const delimiter = textAt(values, 1, context)
    if (delimiter === '') throw new EvaluationError('split() by an empty text')
    const parts = textAt(values, 0, context).split(delimiter)
    const index = numberAt(values, 2)
    if (index === null) return parts
    const part = parts.at(index)
    return part === undefined ? [] : [part]
  }),
}
