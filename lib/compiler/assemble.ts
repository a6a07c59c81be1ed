import {
  columnsOf,
  type KqlExpression,
  type LetFunction,
  type LetTable,
  type NamedExpression,
  type Pipeline,
  type QueryOperator,
} from '@/lib/kql/ast'
import type { Branch, UnitedSource, Variant } from './mapping'

export interface Assembled {
  readonly lets: readonly (LetFunction | LetTable)[]
  readonly pipeline: Pipeline
  readonly tables: readonly string[]
  /** The columns that are read of each of them. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** What to tell of tables that were left out. */
  readonly leftOut: readonly string[]
}

/**
 * The query around a predicate: the table, its gate, the fields that have to be computed, and the
 * predicate, one `where` for each conjunct. Conjuncts over plain columns come before the computed
 * fields: they are cheap and need none of them.
 */
export function assemble(
  variant: Variant,
  used: ReadonlySet<string>,
  predicate: KqlExpression | null,
): Assembled {
  const conjuncts =
    predicate === null ? [] : predicate.kind === 'and' ? predicate.operands : [predicate]
  if (variant.source.kind === 'united') return unite(variant.source, used, conjuncts)

  const computed = [...used].flatMap((field): NamedExpression[] => {
    const mapping = variant.fields[field]
    const extended = mapping?.kind === 'value' && mapping.value.kind !== 'column'
    return extended ? [{ name: field, value: mapping.value }] : []
  })
  const names = new Set(computed.map(({ name }) => name))
  const needsComputed = (part: KqlExpression) => columnsOf(part).some((name) => names.has(name))
  const { lets = [] } = variant.source
  const consulted = lets.flatMap(({ pipeline }) => columnsByTable(pipeline))
  return {
    lets,
    pipeline: {
      source: { kind: variant.source.kind, name: variant.source.name },
      operators: [
        ...variant.source.gate.map(where),
        ...conjuncts.filter((part) => !needsComputed(part)).map(where),
        ...extend(computed),
        ...conjuncts.filter(needsComputed).map(where),
      ],
    },
    tables: [variant.source.name, ...distinct(consulted.map(([name]) => name))],
    columns: {
      [variant.source.name]: distinct(
        [...variant.source.gate, ...conjuncts, ...computed.map(({ value }) => value)]
          .flatMap(columnsOf)
          .filter((name) => !names.has(name)),
      ),
      ...Object.fromEntries(consulted),
    },
    leftOut: [],
  }
}

/** What a pipeline reads of each table that it names. */
function columnsByTable({ source, operators }: Pipeline): [string, readonly string[]][] {
  if (source.kind === 'union') return source.branches.flatMap(columnsByTable)
  if (source.kind === 'empty') return []
  const read = operators.flatMap((operator) => {
    if (operator.kind === 'where') return columnsOf(operator.predicate)
    if (operator.kind === 'distinct') return [operator.column]
    return operator.columns.flatMap(({ value }) => columnsOf(value))
  })
  return [[source.name, distinct(read)]]
}

function unite(
  source: UnitedSource,
  used: ReadonlySet<string>,
  conjuncts: readonly KqlExpression[],
): Assembled {
  const fields = [...used]
  const has = (branch: Branch) => fields.every((field) => branch.values[field] !== undefined)
  const branches = source.branches.filter((branch) => branch.leftOut === undefined || has(branch))
  const pipelines = branches.map((branch) => branchPipeline(branch, fields))
  const [only, ...more] = pipelines
  const conditions = conjuncts.map(where)
  return {
    lets: fields.length === 0 ? [] : branches.flatMap((branch) => branch.lets ?? []),
    pipeline:
      only !== undefined && more.length === 0
        ? { ...only, operators: [...only.operators, ...conditions] }
        : { source: { kind: 'union', branches: pipelines }, operators: conditions },
    tables: branches.map((branch) => branch.name),
    columns: Object.fromEntries(
      branches.map((branch) => [branch.name, columnsRead(branch, fields)]),
    ),
    leftOut: source.branches.flatMap((branch) => {
      if (branches.includes(branch) || branch.leftOut === undefined) return []
      const missing = fields.filter((field) => branch.values[field] === undefined)
      return [`${branch.leftOut} It has no ${missing.map((field) => `"${field}"`).join(', ')}.`]
    }),
  }
}

function columnsRead({ gate, values }: Branch, fields: readonly string[]): readonly string[] {
  const read = fields.flatMap((field) => values[field] ?? [])
  return distinct([...gate, ...read].flatMap(columnsOf))
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

function branchPipeline(branch: Branch, fields: readonly string[]): Pipeline {
  const values = fields.flatMap((name): NamedExpression[] => {
    const value = branch.values[name]
    const same = value?.kind === 'column' && value.name === name
    return value === undefined || same ? [] : [{ name, value }]
  })
  return {
    source: { kind: 'table', name: branch.name },
    operators: [...branch.gate.map(where), ...extend(values)],
  }
}

function where(predicate: KqlExpression): QueryOperator {
  return { kind: 'where', predicate }
}

function extend(columns: readonly NamedExpression[]): readonly QueryOperator[] {
  return columns.length === 0 ? [] : [{ kind: 'extend', columns }]
}
