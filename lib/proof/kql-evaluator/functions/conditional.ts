import { EvaluationError } from '../evaluation-error'
import { isNumeric, type KustoType, type Value } from '../value'
import { textAt } from './arguments'
import { define, type FunctionTable } from './scalar-function'

const iff = define(
  (types) => commonType(types.slice(1)),
  3,
  ([condition, yes, no]) => (condition === true ? yes : no) ?? null,
)

/** Conditions, nulls and emptiness (iff, case, coalesce, not, isnull, isempty pages). */
export const CONDITIONAL_FUNCTIONS: FunctionTable = {
  iff,
  iif: iff,
  case: define(
    (types) =>
      commonType(types.filter((_, index) => index % 2 === 1 || index === types.length - 1)),
    [3, 65],
    (values) => {
      if (values.length % 2 === 0) throw new EvaluationError('case() without an else')
      for (let index = 0; index + 1 < values.length; index += 2) {
        if (values[index] === true) return values[index + 1] ?? null
      }
      return values[values.length - 1] ?? null
    },
  ),
  // The first that is neither null nor, for strings, empty.
  coalesce: define(commonType, [1, 64], (values, { types }) => {
    const isString = types.includes('string')
    const found = values.find((value) => value !== null && !(isString && value === ''))
    return found ?? (isString ? '' : null)
  }),
  not: define('bool', 1, ([value]) => {
    if (value === null || value === undefined) return null
    if (typeof value === 'boolean') return !value
    throw new EvaluationError(`not() of ${JSON.stringify(value)}`)
  }),
  isnull: define('bool', 1, ([value], { types }) => types[0] !== 'string' && value === null),
  isnotnull: define('bool', 1, ([value], { types }) => types[0] === 'string' || value !== null),
  isempty: define('bool', 1, (values, context) => isEmpty(values, context.types[0])),
  isnotempty: define('bool', 1, (values, context) => !isEmpty(values, context.types[0])),
  notempty: define('bool', 1, (values, context) => !isEmpty(values, context.types[0])),
  strcmp: define('int', 2, (values, context) => {
    const [a, b] = [textAt(values, 0, context), textAt(values, 1, context)]
    return a < b ? -1 : a > b ? 1 : 0
  }),
}

function isEmpty(values: readonly Value[], type: KustoType | undefined): boolean {
  const value = values[0] ?? null
  return value === null || (value === '' && (type === 'string' || type === 'dynamic'))
}

/** One type for all branches; numbers widen, anything else has to agree. */
function commonType(types: readonly KustoType[]): KustoType {
  const [first] = types
  if (first === undefined) throw new EvaluationError('No branches')
  if (types.every((type) => type === first)) return first
  if (types.every(isNumeric)) return types.includes('real') ? 'real' : 'long'
  throw new EvaluationError(`Branches of different types: ${types.join(', ')}`)
}
