import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import { printQuery } from '@/lib/kql/print'
import type { Predicate, SigmaDocument, SigmaRule } from '@/lib/sigma/ast'
import { resolve } from '@/lib/sigma/resolve'
import { assemble } from './assemble'
import type { CompiledQuery, Target } from './compiled-query'
import { headerOf } from './header'
import { LossLog } from './loss'
import { implies, lower } from './lower'
import type { LogsourceMapping, Variant } from './mapping'
import { findMapping, logsourceName } from './targets/find-mapping'
import { unsupportedLogsource } from './unsupported-logsource'

/** Sentinel's limit for the query of an analytics rule, in characters. */
const ANALYTICS_RULE_LIMIT = 10_000

/**
 * Compiles one document for one target: the query and what differs from the rule, or a refusal with
 * its reasons. Never throws on what an author wrote.
 */
export function compile(document: SigmaDocument, target: Target): CompiledQuery {
  if (document.kind !== 'rule') return refuse(target, [unsupportedDocument(document.kind)])
  const aggregation = aggregationOf(document)
  if (aggregation !== null) return refuse(target, [aggregation])
  const mapping = findMapping(target, document.logsource)
  if (mapping === null) return refuse(target, [unsupportedLogsource(document.logsource, target)])
  const resolved = resolve(document)
  if (!resolved.ok) return refuse(target, resolved.diagnostics)
  return query(document, resolved.predicate, mapping, target)
}

function query(
  rule: SigmaRule,
  predicate: Predicate,
  mapping: LogsourceMapping,
  target: Target,
): CompiledQuery {
  const variant = variantFor(mapping, predicate)
  const log = new LossLog()
  const used = new Set<string>()
  const tableName = nameOf(variant)
  const result = lower(predicate, { variant, log, used, tableName })

  if (result.kind === 'dropped') {
    return refuse(target, [
      ...result.losses.map(({ code, message }) => diagnostic(code, message)),
      ...log.diagnostics,
    ])
  }
  if (result.kind === 'constant' && !result.value)
    return refuse(target, [matchesNothing(tableName), ...log.diagnostics])
  const widened = log.diagnostics.some(({ effect }) => effect === 'widens')
  if (result.kind === 'constant' && widened)
    return refuse(target, [matchesEverything(tableName), ...log.diagnostics])

  const assembled = assemble(variant, used, result.kind === 'expression' ? result.expression : null)
  const kql = printQuery({
    header: headerOf(rule),
    lets: assembled.lets,
    pipeline: assembled.pipeline,
  })
  const { scope, leftOut = [] } = variant
  if (scope !== undefined) log.add(scope, scope.effect, 'positive')
  const notes = [...leftOut, ...assembled.leftOut].map((message) =>
    diagnostic('TARGET_SOURCE_LEFT_OUT', message),
  )
  if (kql.length > ANALYTICS_RULE_LIMIT) notes.push(tooLong(kql.length))
  return {
    target,
    status: 'compiled',
    kql,
    tables: assembled.tables,
    columns: assembled.columns,
    diagnostics: [...log.diagnostics, ...notes],
  }
}

function variantFor(mapping: LogsourceMapping, predicate: Predicate): Variant {
  const variant = mapping.variants.find(
    ({ when }) => when === undefined || implies(predicate, when.field, when.value),
  )
  if (variant === undefined)
    throw new Error(`"${logsourceName(mapping.logsource)}" has no variant without a condition.`)
  return variant
}

function nameOf({ source }: Variant): string {
  return source.kind === 'united' ? source.event : source.name
}

function refuse(target: Target, diagnostics: readonly Diagnostic[]): CompiledQuery {
  const unique = new Map(diagnostics.map((entry) => [`${entry.code} ${entry.message}`, entry]))
  return {
    ...{ target, status: 'refused', kql: null, tables: [], columns: {} },
    diagnostics: [...unique.values()],
  }
}

function unsupportedDocument(kind: 'correlation' | 'filter'): Diagnostic {
  const message =
    kind === 'correlation'
      ? 'A correlation rule counts or joins other rules; this version compiles single rules only.'
      : 'A Sigma filter changes other rules and is no query of its own; this version does not apply filters yet.'
  return diagnostic('TARGET_UNSUPPORTED_DOCUMENT', message)
}

function aggregationOf({ detection }: SigmaRule): Diagnostic | null {
  const condition = detection.conditions.find(({ aggregation }) => aggregation !== null)
  if (condition === undefined && detection.timeframe === null) return null
  const found =
    condition === undefined ? `timeframe: ${detection.timeframe}` : `| ${condition.aggregation}`
  return diagnostic(
    'TARGET_UNSUPPORTED_AGGREGATION',
    `The rule counts events over time ("${found}"), which this version does not compile; Sigma has replaced it by correlation rules.`,
  )
}

function matchesNothing(tableName: string): Diagnostic {
  return diagnostic(
    'TARGET_MATCHES_NOTHING',
    `No row of ${tableName} can ever satisfy this rule, so the query would find nothing.`,
  )
}

function matchesEverything(tableName: string): Diagnostic {
  return diagnostic(
    'TARGET_MATCHES_EVERYTHING',
    `Without what ${tableName} cannot express, the query would match every row.`,
  )
}

function tooLong(length: number): Diagnostic {
  return diagnostic(
    'TARGET_QUERY_TOO_LONG',
    `The query has ${length.toLocaleString('en-GB')} characters; Sentinel takes at most ${ANALYTICS_RULE_LIMIT.toLocaleString('en-GB')} in an analytics rule. It can still be run as a hunting query.`,
  )
}
