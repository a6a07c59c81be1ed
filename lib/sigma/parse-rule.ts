import type { Diagnostic } from '@/lib/diagnostics'
import type {
  Detection,
  SigmaCorrelation,
  SigmaDocument,
  SigmaFilter,
  SigmaHead,
  SigmaRule,
} from './ast'
import { MappingReader } from './mapping-reader'
import { parseDetection } from './parse-detection'
import { parseHead } from './parse-head'
import { parseLogsource } from './parse-logsource'
import { type Problem, toDiagnostics } from './problem'
import { readYaml } from './read-yaml'

export type ParseResult =
  | { readonly ok: true; readonly document: SigmaDocument }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Sigma correlation rules specification, "Correlation Types", with those that its JSON schema adds. */
const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
] as const

/** Stands in a document that is refused all the same. */
const EMPTY: Detection = { identifiers: [], conditions: [], timeframe: null }

/**
 * Parses the text of one Sigma file into a rule, a correlation or a filter, as written.
 *
 * Strict where a mistake would change what is detected, lenient in harmless metadata (a number where
 * text is expected, one text instead of a list). Never throws; says everything that is wrong, each
 * with line and column. What a modifier or an identifier means is checked by `resolve`.
 */
export function parseRule(text: string): ParseResult {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml
  const problems: Problem[] = []
  const document = parseDocument(new MappingReader(yaml.value, [], problems))
  if (problems.length === 0) return { ok: true, document }
  return { ok: false, diagnostics: toDiagnostics(problems, text) }
}

function parseDocument(root: MappingReader): SigmaDocument {
  const head = parseHead(root)
  const kinds = ['detection', 'correlation', 'filter'].filter((key) => root.has(key))
  if (kinds.length > 1) {
    root.fault(
      kinds[1] ?? null,
      `A document has one of "${kinds.join('" and "')}"; remove the other.`,
    )
  }
  if (root.has('correlation')) return parseCorrelation(root, head)
  if (root.has('filter')) return parseFilter(root, head)
  return parseDetectionRule(root, head)
}

function parseDetectionRule(root: MappingReader, head: SigmaHead): SigmaRule {
  const logsource = parseLogsource(root)
  const section = root.section('detection')
  if (section === null && !root.has('detection')) {
    root.missing('detection', 'a search identifier and a condition')
  }
  const detection = section === null ? EMPTY : parseDetection(section)
  return { kind: 'rule', ...head, logsource, detection }
}

function parseCorrelation(root: MappingReader, head: SigmaHead): SigmaCorrelation {
  const section = root.section('correlation')
  const type = section?.choice('type', CORRELATION_TYPES) ?? null
  if (section !== null) {
    if (!section.has('type')) section.missing('type', `one of ${CORRELATION_TYPES.join(', ')}`)
    if (!section.has('timespan')) section.missing('timespan', 'a time such as "1h"')
    if (!section.has('rules')) section.missing('rules', 'the ids or names of the correlated rules')
  }
  return { kind: 'correlation', ...head, type: type ?? '', rules: section?.texts('rules') ?? [] }
}

function parseFilter(root: MappingReader, head: SigmaHead): SigmaFilter {
  const logsource = parseLogsource(root)
  const section = root.section('filter')
  if (section === null) return { kind: 'filter', ...head, logsource, rules: [], detection: EMPTY }
  if (!section.has('rules')) section.missing('rules', 'the ids of the filtered rules')
  const detection = parseDetection(section, ['rules'])
  return { kind: 'filter', ...head, logsource, rules: section.texts('rules'), detection }
}
