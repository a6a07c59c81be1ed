import { findPart, getPart, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileExpression } from '../expressions/compile-expression'
import type { Table } from '../table'
import type { Value } from '../value'

/** Descending unless it says `asc`; nulls first when ascending, last when descending (sort page). */
export function sortRows(
  source: Table,
  nodes: readonly KustoNode[],
  environment: Environment,
): Table {
  const scope = { columns: source.columns, environment }
  const keys = nodes.map((node) => {
    const ordering = node.kind === 'OrderedExpression' ? findPart(node, 'Ordering') : undefined
    const body = node.kind === 'OrderedExpression' ? getPart(node, 'Expression') : node
    if (ordering !== undefined && findPart(ordering, 'NullsClause') !== undefined) {
      throw new EvaluationError('Explicit order of nulls', node)
    }
    const isRising =
      ordering !== undefined && findPart(ordering, 'AscOrDescKeyword')?.text === 'asc'
    return { expression: compileExpression(body, scope), sign: isRising ? 1 : -1 }
  })
  const decorated = source.rows.map((row) => ({
    row,
    values: keys.map((key) => key.expression.evaluate(row)),
  }))
  decorated.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const sign = compareValues(a.values[index] ?? null, b.values[index] ?? null)
      if (sign !== 0) return sign * key.sign
    }
    return 0
  })
  return { ...source, rows: decorated.map(({ row }) => row) }
}

/** Null before anything else; values of one type by their order. */
export function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null)
  if (typeof a !== typeof b || typeof a === 'object') {
    throw new EvaluationError('Ordering values of different types')
  }
  return a < b ? -1 : a > b ? 1 : 0
}
