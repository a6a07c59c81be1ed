import type { Diagnostic } from '@/lib/diagnostics'
import type { SigmaDocument } from '@/lib/sigma/ast'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'

export type ReadResult =
  | { readonly ok: true; readonly document: SigmaDocument }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Parses a document and, where it is a rule, sees that it also has a meaning: a modifier that does
 * not exist or a condition that names no search identifier is the author's mistake, not a target's.
 */
export function readDocument(text: string): ReadResult {
  const parsed = parseRule(text)
  if (!parsed.ok || parsed.document.kind !== 'rule') return parsed
  const resolved = resolve(parsed.document, text)
  return resolved.ok ? parsed : resolved
}
