import type { KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment } from './environment'
import { EvaluationError } from './evaluation-error'
import { compileExpression } from './expressions/compile-expression'
import { splitNamed } from './names'
import { indexOfColumn, type Table } from './table'
import type { Value } from './value'

type Keep = (cell: Value, argument: Value) => boolean

/** The parameters whose effect is the same in every parser: column, and which rows stay. */
const PARAMETERS: Readonly<Record<string, { readonly column: string; readonly keep: Keep }>> = {
  starttime: { column: 'TimeGenerated', keep: (cell, from) => order(cell) >= order(from) },
  endtime: { column: 'TimeGenerated', keep: (cell, to) => order(cell) <= order(to) },
  dstportnumber: { column: 'DstPortNumber', keep: (cell, port) => cell === port },
}

/**
 * An ASIM parser call: the rows given for the parser, filtered by named arguments. A null argument
 * filters nothing, as in the parsers. Other parameters differ between source parsers: refused.
 */
export function evaluateParser(
  name: string,
  argumentNodes: readonly KustoNode[],
  environment: Environment,
  node: KustoNode,
): Table {
  const table = environment.parsers.get(name)
  if (table === undefined) throw new EvaluationError(`Unknown parser "${name}"`, node)
  let rows = table.rows
  for (const argumentNode of argumentNodes) {
    const { name: parameter, body } = splitNamed(argumentNode)
    if (parameter === null) throw new EvaluationError('Parser arguments need names', argumentNode)
    const value = compileExpression(body, { columns: [], environment }).evaluate([])
    if (value === null || (parameter === 'pack' && value === false)) continue
    const rule = Object.hasOwn(PARAMETERS, parameter) ? PARAMETERS[parameter] : undefined
    const index = rule === undefined ? -1 : indexOfColumn(table.columns, rule.column)
    if (rule === undefined || index < 0) {
      throw new EvaluationError(`Unsupported parser parameter "${parameter}"`, argumentNode)
    }
    rows = rows.filter((row) => rule.keep(row[index] ?? null, value))
  }
  return { columns: table.columns, rows }
}

function order(value: Value): bigint {
  if (typeof value === 'bigint') return value
  throw new EvaluationError('Expected a datetime')
}
