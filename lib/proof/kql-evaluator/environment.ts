import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Column, Row, Table } from './table'
import type { KustoType, Value } from './value'

/** A scalar expression, its names resolved and its type known. */
export interface Expression {
  readonly type: KustoType
  evaluate(row: Row): Value
}

export type Binding =
  | { readonly kind: 'scalar'; readonly expression: Expression }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'function'; readonly declaration: KustoNode; readonly home: Environment }

/** What names mean outside the columns of a row. Immutable: a let statement makes a new one. */
export interface Environment {
  readonly bindings: ReadonlyMap<string, Binding>
  readonly tables: ReadonlyMap<string, Table>
  readonly parsers: ReadonlyMap<string, Table>
  /** now(), in ticks. */
  readonly now: bigint
  /** How expressions reach tables (`toscalar`, `in (T)`) without importing them. */
  evaluateTabular(node: KustoNode, environment: Environment): Table
}

/** Where an expression stands: the columns of its row, and the rest. */
export interface Scope {
  readonly columns: readonly Column[]
  readonly environment: Environment
}

export function bind(environment: Environment, name: string, binding: Binding): Environment {
  return { ...environment, bindings: new Map([...environment.bindings, [name, binding]]) }
}

export function constant(type: KustoType, value: Value): Expression {
  return { type, evaluate: () => value }
}
