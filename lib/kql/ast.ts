/** The Kusto query tree, as much of it as the compiler emits. Immutable. */

/** Operators with a right side, by their Kusto text. */
export type FilterOperator =
  | '=='
  | '!='
  | '=~'
  | '!~'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'contains'
  | '!contains'
  | 'contains_cs'
  | '!contains_cs'
  | 'startswith'
  | '!startswith'
  | 'startswith_cs'
  | '!startswith_cs'
  | 'endswith'
  | '!endswith'
  | 'endswith_cs'
  | '!endswith_cs'
  | 'matches regex'

export type InOperator = 'in' | '!in' | 'in~' | '!in~'

export type KqlExpression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | {
      readonly kind: 'filter'
      readonly operator: FilterOperator
      readonly left: KqlExpression
      readonly right: KqlExpression
    }
  | {
      readonly kind: 'in'
      readonly operator: InOperator
      readonly left: KqlExpression
      readonly values: readonly (string | number)[]
    }
  /** `DeviceId !in (OtherDevices)`: the rows of a table that a `let` names, by its only column. */
  | {
      readonly kind: 'in-table'
      readonly operator: 'in' | '!in'
      readonly left: KqlExpression
      readonly table: string
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly KqlExpression[] }
  /** `EventData.Image`: a property of a dynamic column. */
  | { readonly kind: 'property'; readonly of: KqlExpression; readonly name: string }
  | { readonly kind: 'and'; readonly operands: readonly KqlExpression[] }
  | { readonly kind: 'or'; readonly operands: readonly KqlExpression[] }
  | { readonly kind: 'not'; readonly operand: KqlExpression }

export interface NamedExpression {
  readonly name: string
  readonly value: KqlExpression
}

export type QueryOperator =
  | { readonly kind: 'where'; readonly predicate: KqlExpression }
  | { readonly kind: 'extend'; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'distinct'; readonly column: string }

/** A table or a parser function, and what is piped from it. */
export interface Pipeline {
  readonly source: TabularSource
  readonly operators: readonly QueryOperator[]
}

export type TabularSource =
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string }
  /** `datatable(column: string)[]`: no rows, for a union that would otherwise resolve to nothing. */
  | { readonly kind: 'empty'; readonly column: string }
  /** `union isfuzzy=true`: a table that the workspace lacks is left out instead of failing. */
  | { readonly kind: 'union'; readonly branches: readonly Pipeline[] }

/** `let name = (parameter: string) { body };` */
export interface LetFunction {
  readonly name: string
  readonly parameter: string
  readonly body: KqlExpression
}

/** `let name = table | …;` */
export interface LetTable {
  readonly name: string
  readonly pipeline: Pipeline
}

export interface KqlQuery {
  /** One comment line each; any text. */
  readonly header: readonly string[]
  readonly lets: readonly (LetFunction | LetTable)[]
  readonly pipeline: Pipeline
}

export const column = (name: string): KqlExpression => ({ kind: 'column', name })
export const literal = (value: string | number | boolean): KqlExpression => ({
  kind: 'literal',
  value,
})
export const call = (name: string, ...args: readonly KqlExpression[]): KqlExpression => ({
  kind: 'call',
  name,
  args,
})
export const property = (of: KqlExpression, name: string): KqlExpression => ({
  kind: 'property',
  of,
  name,
})
export const filter = (
  left: KqlExpression,
  operator: FilterOperator,
  right: KqlExpression | string | number,
): KqlExpression => ({
  kind: 'filter',
  operator,
  left,
  right: typeof right === 'object' ? right : literal(right),
})
/** A membership test; with a single value the plain comparison that it stands for. */
export function oneOf(
  left: KqlExpression,
  operator: 'in' | 'in~',
  values: readonly (string | number)[],
): KqlExpression {
  const [first, ...rest] = values
  if (first !== undefined && rest.length === 0) {
    return filter(left, operator === 'in' ? '==' : '=~', first)
  }
  return { kind: 'in', operator, left, values }
}
export const not = (operand: KqlExpression): KqlExpression => ({ kind: 'not', operand })

/** A conjunction, flat; a single operand stays itself. Needs at least one operand. */
export const and = (operands: readonly KqlExpression[]): KqlExpression => join('and', operands)
/** A disjunction, flat; a single operand stays itself. Needs at least one operand. */
export const or = (operands: readonly KqlExpression[]): KqlExpression => join('or', operands)

function join(kind: 'and' | 'or', operands: readonly KqlExpression[]): KqlExpression {
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
  const [only, ...rest] = flat
  if (only === undefined) throw new Error(`An empty "${kind}" has no meaning in Kusto.`)
  return rest.length === 0 ? only : { kind, operands: flat }
}

/** The names of all columns that an expression reads. */
export function columnsOf(expression: KqlExpression): readonly string[] {
  switch (expression.kind) {
    case 'column':
      return [expression.name]
    case 'literal':
      return []
    case 'filter':
      return [...columnsOf(expression.left), ...columnsOf(expression.right)]
    case 'in':
    case 'in-table':
      return columnsOf(expression.left)
    case 'call':
      return expression.args.flatMap(columnsOf)
    case 'property':
      return columnsOf(expression.of)
    case 'and':
    case 'or':
      return expression.operands.flatMap(columnsOf)
    case 'not':
      return columnsOf(expression.operand)
  }
}
