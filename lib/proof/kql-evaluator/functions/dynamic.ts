import { EvaluationError } from '../evaluation-error'
import { rowKey } from '../table'
import { isArray, isBag, type Json, type KustoType, type Value } from '../value'
import { parseXml } from '../xml'
import { arrayAt, bagAt, numberAt, textAt, toJson } from './arguments'
import { define, type FunctionTable } from './scalar-function'

const bagPack = define('dynamic', [0, 128], (values, context) => {
  if (values.length % 2 === 1) throw new EvaluationError('bag_pack() needs pairs')
  const pairs = Array.from({ length: values.length / 2 }, (_, index) => [
    textAt(values, index * 2, context),
    toJson(values[index * 2 + 1] ?? null),
  ])
  return Object.fromEntries(pairs)
})

/** Property bags, arrays and XML (bag_pack, array_concat, set_union, parse_xml … pages). */
export const DYNAMIC_FUNCTIONS: FunctionTable = {
  bag_pack: bagPack,
  pack: bagPack,
  pack_dictionary: bagPack,
  // The first bag that has a key gives its value.
  bag_merge: define('dynamic', [1, 64], (values) =>
    Object.assign({}, ...values.filter((value) => isBag(value)).reverse()),
  ),
  bag_keys: define('dynamic', 1, (values) => {
    const bag = bagAt(values, 0)
    return bag === null ? null : Object.keys(bag)
  }),
  bag_has_key: define('bool', 2, (values, context) => {
    const [bag, key] = [bagAt(values, 0), textAt(values, 1, context)]
    if (key.startsWith('$')) throw new EvaluationError('bag_has_key() of a path')
    return bag === null ? null : Object.hasOwn(bag, key)
  }),
  bag_remove_keys: define('dynamic', 2, (values) => {
    const [bag, keys] = [bagAt(values, 0), arrayAt(values, 1) ?? []]
    if (bag === null) return null
    return Object.fromEntries(Object.entries(bag).filter(([key]) => !keys.includes(key)))
  }),
  pack_array: define('dynamic', [0, 128], (values) => values.map(toJson)),
  array_length: define('long', 1, (values) => arrayAt(values, 0)?.length ?? null),
  array_concat: define('dynamic', [1, 64], (values) =>
    values.flatMap((value): readonly Json[] => (isArray(value) ? value : [])),
  ),
  array_slice: define('dynamic', 3, (values) => {
    const [array, end] = [arrayAt(values, 0), numberAt(values, 2) ?? -1]
    return array?.slice(numberAt(values, 1) ?? 0, end === -1 ? undefined : end + 1) ?? null
  }),
  array_reverse: define('dynamic', 1, (values) => arrayAt(values, 0)?.toReversed() ?? null),
  array_index_of: define(
    'long',
    2,
    (values) => arrayAt(values, 0)?.indexOf(toJson(values[1] ?? null)) ?? null,
  ),
  set_has_element: define('bool', 2, (values) => {
    const array = arrayAt(values, 0)
    return array === null ? null : array.includes(toJson(values[1] ?? null))
  }),
  set_union: define('dynamic', [1, 64], (values) =>
    distinct(values.flatMap((_, at) => arrayAt(values, at) ?? [])),
  ),
  set_intersect: define('dynamic', [2, 64], (values) =>
    distinct(arrayAt(values, 0) ?? []).filter((item) =>
      values.every((_, at) => (arrayAt(values, at) ?? []).some((other) => same(item, other))),
    ),
  ),
  set_difference: define('dynamic', [2, 64], (values) =>
    distinct(arrayAt(values, 0) ?? []).filter(
      (item) =>
        !values.slice(1).some((other) => isArray(other) && other.some((o) => same(item, o))),
    ),
  ),
  parse_xml: define('dynamic', 1, (values, context) => parseXml(textAt(values, 0, context))),
  max_of: define(firstType, [2, 64], (values) => extreme(values, (a, b) => a > b)),
  min_of: define(firstType, [2, 64], (values) => extreme(values, (a, b) => a < b)),
}

function firstType(types: readonly KustoType[]): KustoType {
  const [first] = types
  if (first === undefined || types.some((type) => type !== first)) {
    throw new EvaluationError(`Different types: ${types.join(', ')}`)
  }
  return first
}

function extreme(
  values: readonly Value[],
  beats: (a: number | bigint, b: number | bigint) => boolean,
): Value {
  return values.reduce((best, value) => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return best
    if (typeof best !== 'number' && typeof best !== 'bigint') return value
    return beats(value, best) ? value : best
  }, null)
}

function distinct(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [rowKey([item]), item])).values()]
}

function same(a: Json, b: Json): boolean {
  return rowKey([a]) === rowKey([b])
}
