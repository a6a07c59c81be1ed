/**
 * The trees of the Sigma stages.
 *
 * `SigmaDocument` is the file as written (parse-rule); `Predicate` is its meaning (resolve): no
 * identifiers, quantifiers or modifiers left, and nothing of a target. Everything is immutable.
 */

/** Where something stands in the YAML document: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[]

export type Level = 'informational' | 'low' | 'medium' | 'high' | 'critical'
export type Status = 'stable' | 'test' | 'experimental' | 'deprecated' | 'unsupported'

export interface Logsource {
  readonly product?: string
  readonly category?: string
  readonly service?: string
  readonly definition?: string
}

/** What all three kinds of document share (Sigma 2.1, "Rule", "Correlation", "Filter"). */
export interface SigmaHead {
  readonly title: string
  /** Lower-case UUID; null where the document has none. */
  readonly id: string | null
  readonly name: string | null
  readonly description: string | null
  readonly status: Status | null
  readonly level: Level | null
  readonly author: string | null
  /** ISO date, yyyy-mm-dd. */
  readonly date: string | null
  readonly modified: string | null
  readonly license: string | null
  readonly references: readonly string[]
  /** Without the namespace being interpreted: `attack.t1048.003`, lower-case. */
  readonly tags: readonly string[]
  readonly falsepositives: readonly string[]
  readonly fields: readonly string[]
  readonly related: readonly { readonly id: string; readonly type: string }[]
}

export interface SigmaRule extends SigmaHead {
  readonly kind: 'rule'
  readonly logsource: Logsource
  readonly detection: Detection
}

/** Recognised and stored; no target compiles one yet. */
export interface SigmaCorrelation extends SigmaHead {
  readonly kind: 'correlation'
  readonly type: string
  readonly rules: readonly string[]
}

/** Recognised and stored; no target applies one yet. */
export interface SigmaFilter extends SigmaHead {
  readonly kind: 'filter'
  readonly logsource: Logsource
  readonly rules: readonly string[]
  readonly detection: Detection
}

export type SigmaDocument = SigmaRule | SigmaCorrelation | SigmaFilter

export interface Detection {
  readonly identifiers: readonly SearchIdentifier[]
  /** A list of conditions is an OR of them. */
  readonly conditions: readonly ParsedCondition[]
  readonly timeframe: string | null
}

export interface SearchIdentifier {
  readonly name: string
  readonly search: Search
  readonly path: YamlPath
}

export type Search =
  | { readonly kind: 'all-of'; readonly items: readonly DetectionItem[] }
  | { readonly kind: 'any-of'; readonly searches: readonly Search[] }

/** A field with its modifiers and values; `field` is null for keywords. */
export interface DetectionItem {
  readonly field: string | null
  readonly modifiers: readonly string[]
  readonly values: readonly RawValue[]
  readonly path: YamlPath
}

/** A YAML scalar, as the core schema types it; timestamps stay text. */
export type RawValue = string | number | boolean | null

export interface ParsedCondition {
  readonly text: string
  readonly expression: Condition
  /** The deprecated `| count() by x > 5` tail, as written. */
  readonly aggregation: string | null
  readonly path: YamlPath
}

export type Condition =
  | { readonly kind: 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'and'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'identifier'; readonly name: string }
  | {
      readonly kind: 'quantified'
      readonly quantifier: 'any' | 'all' | number
      /** `them`, or a name with `*`. */
      readonly pattern: string
    }

/** A string value in parts: text, `any` (`*`), `one` (`?`). No two text parts touch; never two `any` in a row. */
export interface SigmaString {
  readonly parts: readonly StringPart[]
}
export type StringPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }

export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** What one field (or a keyword's text) is compared with. */
export type Comparison =
  | { readonly kind: 'string'; readonly value: SigmaString; readonly cased: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `field: null`: absent or empty. */
  | { readonly kind: 'null' }
  | { readonly kind: 'exists'; readonly expected: boolean }
  /** Found anywhere in the value, unless the pattern has an anchor. */
  | {
      readonly kind: 'regex'
      readonly pattern: string
      readonly ignoreCase: boolean
      readonly multiLine: boolean
      readonly dotAll: boolean
    }
  | { readonly kind: 'cidr'; readonly network: string; readonly version: 4 | 6 }
  | {
      readonly kind: 'order'
      readonly operator: 'lt' | 'lte' | 'gt' | 'gte'
      readonly value: number
    }
  | {
      readonly kind: 'field'
      readonly other: string
      readonly shape: 'equals' | 'startswith' | 'endswith' | 'contains'
      readonly cased: boolean
    }
  | { readonly kind: 'time-part'; readonly part: TimePart; readonly value: number }
  /** `%name%` under `|expand`: the reader has to supply the values. */
  | { readonly kind: 'placeholder'; readonly name: string; readonly text: string }

export type Predicate =
  | { readonly kind: 'or'; readonly operands: readonly Predicate[] }
  | { readonly kind: 'and'; readonly operands: readonly Predicate[] }
  | { readonly kind: 'not'; readonly operand: Predicate }
  | Match
  | Keyword

export interface Match {
  readonly kind: 'match'
  readonly field: string
  readonly comparison: Comparison
  readonly path: YamlPath
}

export interface Keyword {
  readonly kind: 'keyword'
  readonly comparison: Comparison
  readonly path: YamlPath
}
