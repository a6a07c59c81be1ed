import { getPart, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { readName } from '../names'
import { isArray, isBag, type Value } from '../value'

type Compile = (node: KustoNode) => Expression

/** `bag.name` (dynamic data type page): null where the value has no such member. */
export function compilePath(node: KustoNode, compile: Compile): Expression {
  const owner = dynamicOwner(node, compile)
  const name = readName(getPart(node, 'Selector'))
  return { type: 'dynamic', evaluate: (row) => memberOf(owner.evaluate(row), name) }
}

/** `bag["name"]` and `array[0]`; a negative index counts from the end. */
export function compileElement(node: KustoNode, compile: Compile): Expression {
  const owner = dynamicOwner(node, compile)
  const key = compile(getPart(getPart(node, 'Selector'), 'Expression'))
  return {
    type: 'dynamic',
    evaluate: (row) => memberOf(owner.evaluate(row), key.evaluate(row)),
  }
}

function dynamicOwner(node: KustoNode, compile: Compile): Expression {
  const owner = compile(getPart(node, 'Expression'))
  if (owner.type !== 'dynamic') throw new EvaluationError(`A path into a ${owner.type}`, node)
  return owner
}

/** The member of a bag or the element of an array; null for anything else. */
export function memberOf(owner: Value, key: Value): Value {
  if (typeof key === 'string' && isBag(owner)) {
    return Object.hasOwn(owner, key) ? (owner[key] ?? null) : null
  }
  if (typeof key === 'number' && isArray(owner)) return owner.at(key) ?? null
  return null
}
