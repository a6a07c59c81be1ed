import type { KustoType, Value } from '../value'

export interface CallContext {
  readonly types: readonly KustoType[]
  readonly now: bigint
}

/** A built-in function: what type it gives, how many arguments it takes, what it does. */
export interface ScalarFunction {
  readonly result: KustoType | ((types: readonly KustoType[]) => KustoType)
  readonly least: number
  readonly most: number
  apply(values: readonly Value[], context: CallContext): Value
}

export type FunctionTable = Readonly<Record<string, ScalarFunction>>

/** A function of a fixed or bounded number of arguments. */
export function define(
  result: ScalarFunction['result'],
  arity: number | readonly [least: number, most: number],
  apply: (values: readonly Value[], context: CallContext) => Value,
): ScalarFunction {
  const [least, most] = typeof arity === 'number' ? [arity, arity] : arity
  return { result, least, most, apply }
}
