import parsers from '@/content/schema/asim-parsers.json'
import tables from '@/content/schema/tables.json'

/** Where a query is meant to run: columns of Defender tables differ between the two. */
export type Workspace = 'sentinel' | 'defender'

export interface TableFacts {
  readonly kind: string
  readonly columns: Readonly<Record<string, string>>
  readonly onlyInDefender?: readonly string[]
  readonly onlyInSentinel?: readonly string[]
  readonly typeConflicts?: Readonly<
    Record<string, { readonly defender: string; readonly sentinel: string }>
  >
}

export interface ParameterFacts {
  readonly name: string
  readonly type: string
  readonly default: string
}

export interface ParserFacts {
  readonly workspaceName: string
  readonly parameterlessAlias: string
  readonly parameters: readonly ParameterFacts[]
  readonly columns: Readonly<Record<string, string>>
}

const TABLES = new Map<string, TableFacts>(Object.entries(tables))
const PARSERS = new Map<string, ParserFacts>(parserNames())

/** ASIM's parsers exist under three names: built in, workspace-deployed, and parameterless. */
function* parserNames(): Generator<[string, ParserFacts]> {
  const pack: ParameterFacts = { name: 'pack', type: 'bool', default: 'false' }
  for (const [name, facts] of Object.entries<ParserFacts>(parsers)) {
    yield [name, facts]
    yield [facts.workspaceName, facts]
    yield [facts.parameterlessAlias, { ...facts, parameters: [pack] }]
  }
}

/** The columns of a table as one workspace has them; undefined where it has no such table. */
export function findTableColumns(
  name: string,
  workspace: Workspace | null,
): Readonly<Record<string, string>> | undefined {
  const facts = TABLES.get(name)
  if (facts === undefined || facts.kind === 'workspace-function') return undefined
  if (workspace === null) return facts.columns
  if (workspace === 'defender' && facts.kind !== 'xdr') return undefined
  const absent = new Set(workspace === 'defender' ? facts.onlyInSentinel : facts.onlyInDefender)
  return Object.fromEntries(
    Object.entries(facts.columns)
      .filter(([column]) => !absent.has(column))
      .map(([column, type]) => [column, facts.typeConflicts?.[column]?.[workspace] ?? type]),
  )
}

/** A function of the workspace: an ASIM parser under any of its names, or a solution's function. */
export function findFunction(
  name: string,
  workspace: Workspace | null,
): Pick<ParserFacts, 'parameters' | 'columns'> | undefined {
  if (workspace === 'defender') return undefined
  const facts = TABLES.get(name)
  if (facts?.kind === 'workspace-function') return { parameters: [], columns: facts.columns }
  return PARSERS.get(name)
}
