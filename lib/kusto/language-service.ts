/**
 * The parts of `@kusto/language-service-next` that this folder uses.
 *
 * The package is C# compiled to JavaScript: its own declarations (1.7 MB) describe every overload;
 * these few lines describe what is called here, and nothing else of it is called.
 */

/** A C# read-only list. */
export interface CSharpList<T> {
  readonly Count: number
  getItem(index: number): T
}

/** Marks a symbol object; made by one constructor, passed to another. */
export interface KustoSymbol {
  readonly Name: string
}

export interface TableSymbol extends KustoSymbol {
  WithName(name: string): TableSymbol
}

export interface FunctionSymbol extends KustoSymbol {
  readonly Signatures: CSharpList<{ readonly Parameters: CSharpList<unknown> }>
}

export interface GlobalState {
  WithDatabase(database: KustoSymbol): GlobalState
}

export interface ServiceDiagnostic {
  readonly Code: string
  readonly Severity: string
  readonly Category: string
  readonly Message: string
  readonly Start: number
  readonly Length: number
}

/** A node or a token of the concrete tree. Lists are nodes of kind `List`. */
export interface SyntaxElement {
  readonly Kind: number
  readonly IsToken: boolean
  readonly ChildCount: number
  readonly TextStart: number
  readonly End: number
  /** Tokens only. */
  readonly Text?: string
  /** Tokens only: what a literal says, a string decoded. */
  readonly ValueText?: string
  /** Expressions only, after analysis. */
  readonly ResultType?: KustoSymbol | null
  GetChild(index: number): SyntaxElement | null
  GetName(index: number): string
}

export interface KustoCode {
  /** `Query`, `Command` (a leading dot) or `Directive`. */
  readonly Kind: string
  readonly Syntax: SyntaxElement
  GetDiagnostics(): CSharpList<ServiceDiagnostic>
  GetSyntaxDiagnostics(): CSharpList<ServiceDiagnostic>
}

export interface LanguageService {
  readonly Language: {
    readonly GlobalState: { readonly Default: GlobalState }
    readonly KustoCode: {
      Parse(text: string): KustoCode
      ParseAndAnalyze(text: string, globals: GlobalState): KustoCode
    }
    readonly Editor: {
      readonly KustoCodeService: {
        /** From analysed code. */
        ctor: new (
          code: KustoCode,
        ) => { GetAnalyzerDiagnostics(wait: boolean): CSharpList<ServiceDiagnostic> }
      }
    }
    readonly Symbols: {
      readonly TableSymbol: {
        /** From `(['a']:string, …)`. */
        From(schema: string): TableSymbol
      }
      readonly DatabaseSymbol: {
        ctor: new (name: string, members: readonly KustoSymbol[]) => KustoSymbol
      }
      readonly FunctionSymbol: {
        /** From text: name, `(p:type=default)`, `{body}`, description. */
        $ctor16: new (
          name: string,
          parameters: string,
          body: string,
          description: null,
        ) => FunctionSymbol
        /** From a known result type: name, type, parameters, description. */
        $ctor6: new (
          name: string,
          result: TableSymbol,
          parameters: CSharpList<unknown>,
          description: null,
        ) => FunctionSymbol
      }
    }
    readonly Syntax: { readonly SyntaxKind: Readonly<Record<string, number | unknown>> }
  }
}

/** The items of a C# list as an array. */
export function toArray<T>(list: CSharpList<T>): T[] {
  return Array.from({ length: list.Count }, (_, index) => list.getItem(index))
}
