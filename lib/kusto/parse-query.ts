import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import { findAnalyzerFindings } from './analyzer-findings'
import { globalsFor } from './database-symbols'
import type { KustoNode } from './kusto-node'
import { type KustoCode, type ServiceDiagnostic, toArray } from './language-service'
import { findLiteralMismatches } from './literal-mismatches'
import { loadLanguageService } from './load-language-service'
import { locationAt } from './location-at'
import { readTree } from './read-tree'
import type { Workspace } from './schema-facts'

/** Beyond these the service takes seconds (1 ms for each level of nesting); no real query comes near. */
const MAX_CHARACTERS = 100_000
const MAX_NESTING = 300

/** Depth exceeded: the text parsed, nothing was checked. */
const NOT_ANALYSED = 'KS245'

export interface ParsedQuery {
  readonly root: KustoNode | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Says whether a query is well formed and whether its tables, columns, functions and types exist.
 *
 * @param workspace `sentinel` or `defender`, whose columns differ (TimeGenerated, Timestamp);
 *   null accepts the names of either.
 * @returns No diagnostics exactly when the query is good.
 */
export function bindQuery(text: string, workspace: Workspace | null = null): readonly Diagnostic[] {
  const tooLarge = refuseTooLarge(text)
  if (tooLarge !== null) return [tooLarge]
  return diagnose(analyse(text, workspace), text)
}

/** As `bindQuery`, with the syntax tree: null where the text is too large to be parsed at all. */
export function parseQuery(text: string, workspace: Workspace | null = null): ParsedQuery {
  const tooLarge = refuseTooLarge(text)
  if (tooLarge !== null) return { root: null, diagnostics: [tooLarge] }
  const code = analyse(text, workspace)
  return { root: readTree(code.Syntax, text), diagnostics: diagnose(code, text) }
}

/** The syntax tree without any look at names or types: ten times as fast, for any database. */
export function parseSyntax(text: string): ParsedQuery {
  const tooLarge = refuseTooLarge(text)
  if (tooLarge !== null) return { root: null, diagnostics: [tooLarge] }
  const code = loadLanguageService().Language.KustoCode.Parse(text)
  const found = toArray(code.GetSyntaxDiagnostics()).filter(isFailure)
  return {
    root: readTree(code.Syntax, text),
    diagnostics: found.map((item) => translate(item, text, true)),
  }
}

function refuseTooLarge(text: string): Diagnostic | null {
  if (text.length > MAX_CHARACTERS) {
    return diagnostic(
      'KUSTO_NOT_ANALYSED',
      `The query has ${text.length} characters, more than ${MAX_CHARACTERS}; split it.`,
    )
  }
  let depth = 0
  for (const character of text) {
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    if (depth > MAX_NESTING) {
      return diagnostic(
        'KUSTO_NOT_ANALYSED',
        `The query nests more than ${MAX_NESTING} brackets; flatten it.`,
      )
    }
  }
  return null
}

function analyse(text: string, workspace: Workspace | null): KustoCode {
  const globals = globalsFor(text, workspace)
  return loadLanguageService().Language.KustoCode.ParseAndAnalyze(text, globals)
}

function diagnose(code: KustoCode, text: string): readonly Diagnostic[] {
  if (code.Kind !== 'Query') {
    return [diagnostic('KUSTO_SYNTAX', `Expected a query, found a management ${code.Kind}.`)]
  }
  if (text.trim() === '') {
    return [diagnostic('KUSTO_SYNTAX', 'Expected a query, found no text.')]
  }
  const syntax = new Set(toArray(code.GetSyntaxDiagnostics()).map(identity))
  const all = toArray(code.GetDiagnostics()).filter(isFailure)
  const found = all.map((item) => translate(item, text, syntax.has(identity(item))))
  if (found.length > 0) return found
  return [
    ...findAnalyzerFindings(code, text).map((item) => translate(item, text, false)),
    ...findLiteralMismatches(code.Syntax, text),
  ]
}

function identity(item: ServiceDiagnostic): string {
  return `${item.Code} ${item.Start} ${item.Length}`
}

function isFailure(item: ServiceDiagnostic): boolean {
  return item.Severity === 'Error' || item.Severity === 'Warning'
}

function translate(item: ServiceDiagnostic, text: string, isSyntax: boolean): Diagnostic {
  const offender = text.slice(item.Start, item.Start + Math.min(item.Length, 80))
  const place = offender === '' ? '' : ` at "${offender}"`
  const message = `Microsoft's language service reports ${item.Code}${place}: ${item.Message}`
  if (item.Code === NOT_ANALYSED) return diagnostic('KUSTO_NOT_ANALYSED', message)
  return diagnostic(isSyntax ? 'KUSTO_SYNTAX' : 'KUSTO_BINDING', message, {
    location: locationAt(text, item.Start),
  })
}
