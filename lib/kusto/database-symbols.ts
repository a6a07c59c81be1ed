import type { GlobalState, KustoSymbol, LanguageService } from './language-service'
import { loadLanguageService } from './load-language-service'
import { findFunction, findTableColumns, type Workspace } from './schema-facts'

/** Many distinct sets of names mean hostile or generated text; then starting over is cheap enough. */
const MAX_CACHED_SETS = 200

const symbols = new Map<string, KustoSymbol | null>()
const globalsBySet = new Map<string, GlobalState>()

/**
 * The global state against which a query is analysed: a database with just the tables and parsers
 * whose names occur in the text (a name in a comment or a string does no harm).
 *
 * Making all 255 table symbols takes a second; the few that a query names take 2 ms once.
 */
export function globalsFor(text: string, workspace: Workspace | null): GlobalState {
  const service = loadLanguageService()
  const members: KustoSymbol[] = []
  for (const name of new Set(text.match(/[A-Za-z_]\w*/g) ?? [])) {
    const symbol = symbolFor(service, name, workspace)
    if (symbol !== null) members.push(symbol)
  }
  const key = `${workspace} ${members
    .map((member) => member.Name)
    .sort()
    .join(' ')}`
  const known = globalsBySet.get(key)
  if (known !== undefined) return known
  const { DatabaseSymbol } = service.Language.Symbols
  const globals = service.Language.GlobalState.Default.WithDatabase(
    new DatabaseSymbol.ctor('workspace', members),
  )
  if (globalsBySet.size >= MAX_CACHED_SETS) globalsBySet.clear()
  globalsBySet.set(key, globals)
  return globals
}

function symbolFor(
  service: LanguageService,
  name: string,
  workspace: Workspace | null,
): KustoSymbol | null {
  const key = `${workspace} ${name}`
  const known = symbols.get(key)
  if (known !== undefined) return known
  const symbol = makeSymbol(service, name, workspace)
  // Only names of the schema are kept: rule text must not be able to fill the memory.
  if (symbol !== null) symbols.set(key, symbol)
  return symbol
}

function makeSymbol(
  service: LanguageService,
  name: string,
  workspace: Workspace | null,
): KustoSymbol | null {
  const { TableSymbol, FunctionSymbol } = service.Language.Symbols
  const columns = findTableColumns(name, workspace)
  if (columns !== undefined) return TableSymbol.From(schemaText(columns)).WithName(name)
  const facts = findFunction(name, workspace)
  if (facts === undefined) return null
  const list = facts.parameters.map((p) => `${p.name}:${p.type}=${p.default}`).join(', ')
  // The declared result type spares the service the analysis of a body at every call (8 against 20 ms).
  const declared = new FunctionSymbol.$ctor16(name, `(${list})`, '{print 1}', null)
  const result = TableSymbol.From(schemaText(facts.columns)).WithName(name)
  return new FunctionSymbol.$ctor6(name, result, declared.Signatures.getItem(0).Parameters, null)
}

function schemaText(columns: Readonly<Record<string, string>>): string {
  const list = Object.entries(columns).map(([name, type]) => `['${name}']:${type}`)
  return `(${list.join(', ')})`
}
