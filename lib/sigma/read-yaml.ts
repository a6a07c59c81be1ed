import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml'
import { type Diagnostic, type DiagnosticCode, diagnostic } from '@/lib/diagnostics'
import { checkAliases } from './check-aliases'
import { describeValue } from './describe-value'
import { TextPositions } from './text-position'
import { eventStart } from './yaml-events'
import { MAX_BYTES, MAX_DEPTH } from './yaml-limits'
import { SIGMA_YAML_SCHEMA } from './yaml-schema'

/** A YAML mapping with text keys. Read it with `Object.hasOwn`: the keys are an author's. */
export type YamlMapping = Readonly<Record<string, unknown>>

export type YamlResult =
  | { readonly ok: true; readonly value: YamlMapping }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Reads one YAML document whose top is a mapping. Never throws: too long, empty, not YAML, too deep,
 * several documents, dangerous aliases and duplicate keys each come back as a diagnostic with a line
 * and a column.
 */
export function readYaml(text: string): YamlResult {
  if (isTooLong(text)) {
    const found = `The file has more than ${MAX_BYTES} bytes`
    return refuse(text, 0, 'IMPORT_FILE_TOO_LARGE', `${found}, the most that is read; split it up.`)
  }
  try {
    return readDocument(text, parseEvents(text, { maxDepth: MAX_DEPTH }))
  } catch (error) {
    return refuseBroken(text, error)
  }
}

function readDocument(text: string, events: Event[]): YamlResult {
  const second = secondDocument(events)
  if (second !== null) {
    const message =
      'The file holds several YAML documents, expected one; give each rule, correlation and filter a file of its own.'
    return refuse(text, second, 'SIGMA_SEVERAL_DOCUMENTS', message)
  }
  const alias = checkAliases(events, text)
  if (alias !== null) return refuse(text, alias.offset, 'SIGMA_YAML_ALIAS', alias.message)
  const value = constructFromEvents(events, { source: text, schema: SIGMA_YAML_SCHEMA })[0] ?? null
  if (value === null) {
    return refuse(text, 0, 'IMPORT_EMPTY_FILE', 'The file is empty; expected a Sigma document.')
  }
  if (!isMapping(value)) {
    const start = events.map(eventStart).find((offset) => offset !== null) ?? 0
    const message = `The top of a Sigma document is a mapping with keys such as "title", found ${describeValue(value)}.`
    return refuse(text, start, 'SIGMA_NOT_A_MAPPING', message)
  }
  return { ok: true, value }
}

export function isMapping(value: unknown): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTooLong(text: string): boolean {
  if (text.length * 3 <= MAX_BYTES) return false
  return text.length > MAX_BYTES || new TextEncoder().encode(text).length > MAX_BYTES
}

/** The offset of the second document's first node, or null where there is one document at most. */
function secondDocument(events: readonly Event[]): number | null {
  let documents = 0
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) documents++
    else if (documents > 1) return eventStart(event) ?? Number.POSITIVE_INFINITY
  }
  return null
}

function refuseBroken(text: string, error: unknown): YamlResult {
  if (!(error instanceof YAMLException)) {
    // js-yaml asks its callers to expect other exceptions too on hostile text.
    return refuse(text, 0, 'SIGMA_YAML_SYNTAX', 'The file is not YAML that can be read.')
  }
  const offset = error.mark?.position ?? 0
  if (error.reason.startsWith('nesting exceeded')) {
    const message = `The file nests deeper than ${MAX_DEPTH} levels; a Sigma document needs seven.`
    return refuse(text, offset, 'SIGMA_YAML_TOO_DEEP', message)
  }
  if (error.reason === 'duplicated mapping key') {
    const message = `The key "${keyAt(text, offset)}" stands twice in one mapping; keep one.`
    return refuse(text, offset, 'SIGMA_YAML_SYNTAX', message)
  }
  const message = `The file is not valid YAML: ${error.reason}. Correct it at this place.`
  return refuse(text, offset, 'SIGMA_YAML_SYNTAX', message)
}

function keyAt(text: string, offset: number): string {
  const line = /^[^\r\n]{0,80}/.exec(text.slice(offset, offset + 80))?.[0] ?? ''
  return /^.*?(?=['"]?\s*:(?:\s|$))/.exec(line)?.[0] ?? line
}

function refuse(text: string, offset: number, code: DiagnosticCode, message: string): YamlResult {
  const location = new TextPositions(text).at(Math.min(offset, text.length))
  return { ok: false, diagnostics: [diagnostic(code, message, { location })] }
}
