import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import { cleanText } from './clean-text'

/**
 * A bug of ours that one file brought out, as a reason to reject that file: it must not end an
 * import of thousands.
 */
export function internalFault(path: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `A fault of Rule Atlas stopped the work on "${path}" (${reason}): please report it with the file.`
  return cleanText(diagnostic('IMPORT_INTERNAL_FAULT', message))
}
