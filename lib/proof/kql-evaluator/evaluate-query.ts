import { getPart, getParts } from '@/lib/kusto/kusto-node'
import { parseSyntax } from '@/lib/kusto/parse-query'
import { type Database, type OutputRow, readTable, type TableInput, writeRows } from './database'
import type { Environment } from './environment'
import { EvaluationError } from './evaluation-error'
import { bindStatements } from './statements'
import type { Table } from './table'
import { evaluateTabular } from './tabular/evaluate-tabular'
import { fromDate } from './ticks'

/**
 * What a query finds in a database held in memory, by Microsoft's documented semantics.
 *
 * @returns The rows of the query's last tabular statement, in its order.
 * @throws EvaluationError for text that does not parse, an unknown table, column, function or
 *   operator, and everything whose outcome the reference leaves open: it never guesses.
 */
export function evaluateQuery(text: string, database: Database): readonly OutputRow[] {
  return prepareQuery(text)(database)
}

/** Parses once, to evaluate against several databases. */
function prepareQuery(text: string): (database: Database) => readonly OutputRow[] {
  const { root, diagnostics } = parseSyntax(text)
  const [problem] = diagnostics
  if (root === null || problem !== undefined) {
    throw new EvaluationError(problem?.message ?? 'The query did not parse')
  }
  const statements = getParts(root, 'Statements')
  const last = statements.at(-1)
  if (last?.kind !== 'ExpressionStatement') {
    throw new EvaluationError('The query does not end in a tabular expression')
  }
  const query = getPart(last, 'Expression')
  return (database) => {
    const environment = bindStatements(statements.slice(0, -1), createEnvironment(database))
    return writeRows(evaluateTabular(query, environment))
  }
}

function createEnvironment(database: Database): Environment {
  return {
    bindings: new Map(),
    tables: readTables(database.tables),
    parsers: readTables(database.parsers),
    now: fromDate(database.now ?? new Date()),
    evaluateTabular,
  }
}

function readTables(
  inputs: Readonly<Record<string, TableInput>> | undefined,
): ReadonlyMap<string, Table> {
  return new Map(
    Object.entries(inputs ?? {}).map(([name, input]) => [name, readTable(name, input)]),
  )
}
