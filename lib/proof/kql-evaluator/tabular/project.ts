import { getPart, type KustoNode } from '@/lib/kusto/kusto-node'
import type { Environment, Expression } from '../environment'
import { EvaluationError } from '../evaluation-error'
import { compileExpression } from '../expressions/compile-expression'
import { findWildcard, readName, splitNamed } from '../names'
import { type Column, indexOfColumn, type Table } from '../table'

interface Computed {
  readonly name: string
  readonly expression: Expression
}

/** Adds columns, or replaces those of the same name. Expressions of one extend do not see each other. */
export function extend(
  source: Table,
  nodes: readonly KustoNode[],
  environment: Environment,
): Table {
  const computed = compileAll(source, nodes, environment)
  const replaced = source.columns.map((column): Computed => {
    const found = computed.findLast((item) => item.name === column.name)
    return found ?? existing(source, column)
  })
  const added = computed.filter((item) => indexOfColumn(source.columns, item.name) < 0)
  return select(source, [...replaced, ...added])
}

export function project(
  source: Table,
  nodes: readonly KustoNode[],
  environment: Environment,
): Table {
  return select(source, compileAll(source, nodes, environment))
}

export function distinctColumns(
  source: Table,
  nodes: readonly KustoNode[],
  environment: Environment,
): Table {
  if (nodes.length === 1 && nodes[0]?.kind === 'StarExpression') return source
  return project(source, nodes, environment)
}

export function projectAway(source: Table, nodes: readonly KustoNode[]): Table {
  const away = matching(source, nodes)
  return keep(
    source,
    source.columns.filter((column) => !away.includes(column)),
  )
}

export function projectKeep(source: Table, nodes: readonly KustoNode[]): Table {
  const kept = matching(source, nodes)
  return keep(
    source,
    source.columns.filter((column) => kept.includes(column)),
  )
}

export function projectRename(source: Table, nodes: readonly KustoNode[]): Table {
  const names = new Map(
    nodes.map((node) => {
      const { name, body } = splitNamed(node)
      if (name === null) throw new EvaluationError('Expected new = old', node)
      return [requireColumn(source, body).name, name]
    }),
  )
  const columns = source.columns.map((column) => ({
    ...column,
    name: names.get(column.name) ?? column.name,
  }))
  return { columns, rows: source.rows }
}

export function projectReorder(source: Table, nodes: readonly KustoNode[]): Table {
  const first = [
    ...new Set(
      nodes.flatMap((node) => {
        if (node.kind === 'OrderedExpression')
          throw new EvaluationError('project-reorder with an order', node)
        return matching(source, [node])
      }),
    ),
  ]
  return keep(source, [...first, ...source.columns.filter((column) => !first.includes(column))])
}

/** The name that Kusto gives a column; only those that the reference states, others need a name. */
export function nameOf(node: KustoNode): string {
  const { name, body } = splitNamed(node)
  if (name !== null) return name
  if (body.kind === 'NameReference') return readName(body)
  if (body.kind === 'PathExpression') {
    return `${nameOf(getPart(body, 'Expression'))}_${readName(getPart(body, 'Selector'))}`
  }
  throw new EvaluationError('A computed column without a name', node)
}

function compileAll(
  source: Table,
  nodes: readonly KustoNode[],
  environment: Environment,
): Computed[] {
  const scope = { columns: source.columns, environment }
  return nodes.map((node) => ({
    name: nameOf(node),
    expression: compileExpression(splitNamed(node).body, scope),
  }))
}

function select(source: Table, items: readonly Computed[]): Table {
  const names = items.map((item) => item.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new EvaluationError(`Column "${twice}" twice`)
  return {
    columns: items.map(({ name, expression }) => ({ name, type: expression.type })),
    rows: source.rows.map((row) => items.map(({ expression }) => expression.evaluate(row))),
  }
}

function existing(source: Table, column: Column): Computed {
  const index = source.columns.indexOf(column)
  return {
    name: column.name,
    expression: { type: column.type, evaluate: (row) => row[index] ?? null },
  }
}

function keep(source: Table, columns: readonly Column[]): Table {
  return select(
    source,
    columns.map((column) => existing(source, column)),
  )
}

function matching(source: Table, nodes: readonly KustoNode[]): readonly Column[] {
  return nodes.flatMap((node) => {
    const wildcard = findWildcard(node)
    if (wildcard === null) return [requireColumn(source, node)]
    return source.columns.filter((column) => wildcard(column.name))
  })
}

function requireColumn(source: Table, node: KustoNode): Column {
  const name = readName(node)
  const column = source.columns.find((candidate) => candidate.name === name)
  if (column === undefined) throw new EvaluationError(`Unknown column "${name}"`, node)
  return column
}
