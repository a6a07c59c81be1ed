import type { DiagnosticCode, Effect } from '@/lib/diagnostics'
import type { KqlExpression, LetFunction, LetTable } from '@/lib/kql/ast'
import type { Comparison, Logsource } from '@/lib/sigma/ast'

/** What a target says about one logsource: data, with the source of every fact. */
export interface LogsourceMapping {
  readonly logsource: Required<Pick<Logsource, 'product' | 'category'>>
  /** The first one whose `when` the rule implies is taken; the last has no `when`. */
  readonly variants: readonly Variant[]
}

export interface Variant {
  /** Holds when every event that satisfies the rule has this value in this field. */
  readonly when?: { readonly field: string; readonly value: string }
  readonly source: SingleSource | UnitedSource
  readonly fields: Readonly<Record<string, FieldMapping>>
  /**
   * What an unlisted field means. `absent`: the event never has it, so a condition on it is false.
   * `unmapped`: the event may have it, but the table has no column for it.
   */
  readonly unlisted: 'absent' | 'unmapped'
  /** For fields without a column: what is kept where instead, a whole sentence for the message. */
  readonly elsewhere?: Readonly<Record<string, string>>
  /** Rows of the source that the rule does not mean and that cannot all be told apart. */
  readonly scope?: Scope
  /** Sources that the parser unites and the query does not look for: whole sentences, with why. */
  readonly leftOut?: readonly string[]
}

export interface Scope {
  readonly code: DiagnosticCode
  readonly message: string
  readonly effect: Effect
}

export interface SingleSource {
  readonly kind: 'table' | 'function'
  readonly name: string
  /** Which rows are this kind of event. */
  readonly gate: readonly KqlExpression[]
  /** Tables that the gate looks into. */
  readonly lets?: readonly LetTable[]
}

/** Several tables that hold the same events; each makes the fields under their Sigma names. */
export interface UnitedSource {
  readonly kind: 'united'
  /** For messages: the event that all branches hold. */
  readonly event: string
  readonly branches: readonly Branch[]
}

export interface Branch {
  readonly name: string
  readonly gate: readonly KqlExpression[]
  readonly values: Readonly<Record<string, KqlExpression>>
  /** Functions that the values call. */
  readonly lets?: readonly LetFunction[]
  /** A branch that lacks a field of the rule is left out, and the reader told so in these words. */
  readonly leftOut?: string
}

export type ColumnType = 'string' | 'int' | 'long'

export type FieldMapping = ValueMapping | WordsMapping | HashesMapping

/** A field whose value is in a column, or can be computed from columns. */
export interface ValueMapping {
  readonly kind: 'value'
  /** A column is used as it is; anything else is extended under the field's own name. */
  readonly value: KqlExpression
  readonly type: ColumnType
  /** Where the column does not hold the full path that Sigma means. */
  readonly holds?: 'base-name' | 'path-or-base-name'
  /** Some rows hold the value in lower case, whatever it was. */
  readonly losesCase?: true
  /** What parts a path of this field; a backslash where it is not said. */
  readonly separator?: '/'
  /** An ASIM parser reads it out of an event's XML: entities stay encoded, outer braces are lost. */
  readonly fromXml?: true
  /** … but that parser leaves the braces. */
  readonly keepsBraces?: true
  readonly rewrite?: (comparison: Comparison) => readonly (Comparison | Form)[]
  readonly caution?: Caution
  /** Differences that come with what the field is compared with. */
  readonly cautions?: (comparison: Comparison) => readonly Caution[]
}

/** A way in which some rows satisfy a comparison: both of what is given hold. */
export interface Form {
  readonly comparison?: Comparison
  /** What is compared, where it is not the field itself. */
  readonly of?: KqlExpression
  /** Which rows keep the value so. */
  readonly when?: KqlExpression
}

/** A field with few values, each of which is a condition on the row. */
export interface WordsMapping {
  readonly kind: 'words'
  readonly words: Readonly<Record<string, KqlExpression | boolean>>
  readonly caution?: Caution
}

/** Sysmon's `Hashes` text, kept elsewhere in a column for each algorithm. */
export interface HashesMapping {
  readonly kind: 'hashes'
  readonly columns: Readonly<Partial<Record<HashAlgorithm, string>>>
  readonly caution?: Caution
}

export type HashAlgorithm = 'MD5' | 'SHA1' | 'SHA256' | 'IMPHASH'

/** A difference that comes with using the field at all; the effect is that of a positive use. */
export interface Caution {
  readonly code: DiagnosticCode
  readonly message: string
  /**
   * `either`: some rows hold another value instead (the file's name on disk), which may match where the
   * rule's does not. It does no harm beside a condition on that name: `Image|endswith: \\x.exe or … = x.exe`.
   */
  readonly effect: Effect | 'either'
}
