import { CONDITIONAL_FUNCTIONS } from './conditional'
import { CONVERSION_FUNCTIONS } from './conversion'
import { DATETIME_FUNCTIONS } from './datetime'
import { DYNAMIC_FUNCTIONS } from './dynamic'
import { ENCODING_FUNCTIONS } from './encoding'
import { IP_FUNCTIONS } from './ip'
import { REGEX_FUNCTIONS } from './regex'
import type { FunctionTable, ScalarFunction } from './scalar-function'
import { STRING_FUNCTIONS } from './string'

const FUNCTIONS: FunctionTable = {
  ...CONDITIONAL_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...DATETIME_FUNCTIONS,
  ...DYNAMIC_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...IP_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...STRING_FUNCTIONS,
}

/** A built-in scalar function by name, or undefined. */
export function findFunction(name: string): ScalarFunction | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
}
