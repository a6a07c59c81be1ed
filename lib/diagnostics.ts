/**
 * Diagnostics: what the product says about other people's mistakes and about its own limits.
 *
 * Authors' mistakes are values (a `Diagnostic`), bugs throw. A message is a whole sentence: the
 * offender in double quotes, expected then found, the remedy last.
 */

/** Every code the product can give, with the severity that it always has. The prefix names the stage. */
export const DIAGNOSTICS = {
  // reading a file
  IMPORT_EMPTY_FILE: 'error',
  IMPORT_FILE_TOO_LARGE: 'error',
  IMPORT_NOT_UTF8: 'error',
  IMPORT_UNREADABLE: 'error',
  IMPORT_DUPLICATE_ID: 'error',
  IMPORT_MISSING_ID: 'error',
  IMPORT_ID_OWNED: 'error',
  IMPORT_INTERNAL_FAULT: 'error',

  // YAML and Sigma
  SIGMA_YAML_SYNTAX: 'error',
  SIGMA_YAML_ALIAS: 'error',
  SIGMA_YAML_TOO_DEEP: 'error',
  SIGMA_SEVERAL_DOCUMENTS: 'error',
  SIGMA_NOT_A_MAPPING: 'error',
  SIGMA_MISSING_FIELD: 'error',
  SIGMA_INVALID_FIELD: 'error',
  SIGMA_UNKNOWN_MODIFIER: 'error',
  SIGMA_INVALID_MODIFIER: 'error',
  SIGMA_INVALID_VALUE: 'error',
  SIGMA_CONDITION_SYNTAX: 'error',
  SIGMA_UNKNOWN_IDENTIFIER: 'error',
  SIGMA_TOO_LARGE: 'error',

  // a file of content/enrichment
  CURATED_INVALID: 'error',

  // a target cannot express the rule
  TARGET_UNSUPPORTED_LOGSOURCE: 'error',
  TARGET_UNSUPPORTED_DOCUMENT: 'error',
  TARGET_UNSUPPORTED_FIELD: 'error',
  TARGET_UNSUPPORTED_VALUE: 'error',
  TARGET_UNSUPPORTED_KEYWORD: 'error',
  TARGET_UNSUPPORTED_REGEX: 'error',
  TARGET_UNSUPPORTED_AGGREGATION: 'error',
  TARGET_PLACEHOLDER: 'error',
  TARGET_MATCHES_EVERYTHING: 'error',
  TARGET_MATCHES_NOTHING: 'error',

  // a target expresses the rule with something to know; a difference carries its effect
  TARGET_FIELD_DROPPED: 'warning',
  TARGET_VALUE_DROPPED: 'warning',
  TARGET_KEYWORD_DROPPED: 'warning',
  TARGET_REGEX_DROPPED: 'warning',
  TARGET_PLACEHOLDER_DROPPED: 'warning',
  TARGET_ABSENT_IS_EMPTY: 'warning',
  TARGET_BASE_NAME_ONLY: 'warning',
  TARGET_FIELD_ABSENT: 'warning',
  TARGET_SOURCE_LEFT_OUT: 'info',
  TARGET_SCOPE_APPROXIMATED: 'info',
  TARGET_QUERY_TOO_LONG: 'warning',
  TARGET_EVENT_APPROXIMATED: 'warning',
  TARGET_FIELD_APPROXIMATED: 'warning',

  // Microsoft's language service
  KUSTO_SYNTAX: 'error',
  KUSTO_BINDING: 'error',
  KUSTO_NOT_ANALYSED: 'error',
} as const satisfies Record<string, Severity>

export type Severity = 'error' | 'warning' | 'info'
export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** A loss either lets the query match more than the rule, or less. */
export type Effect = 'widens' | 'narrows'

/** One-based line and column in the text the diagnostic speaks about. */
export interface Location {
  readonly line: number
  readonly column: number
}

export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly location?: Location
  readonly effect?: Effect
}

/** Makes a diagnostic; the severity comes from the table, so that one code never has two. */
export function diagnostic(
  code: DiagnosticCode,
  message: string,
  extra: { readonly location?: Location | undefined; readonly effect?: Effect | undefined } = {},
): Diagnostic {
  return {
    code,
    severity: DIAGNOSTICS[code],
    message,
    ...(extra.location === undefined ? {} : { location: extra.location }),
    ...(extra.effect === undefined ? {} : { effect: extra.effect }),
  }
}

/** Closes a `switch` over a union: a new member that is not handled fails type checking. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
