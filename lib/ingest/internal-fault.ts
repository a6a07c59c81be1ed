import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import { cleanText } from './clean-text'

/**
 * A bug of ours that one file brought out, as a reason to reject that file: it must not end an
 * import of thousands. Readers see the reason: of an error of the system only its code, since its
 * message may name a path of the server.
 */
export function internalFault(path: string, error: unknown): Diagnostic {
  const message = `A fault of Rule Atlas stopped the work on "${path}" (${faultReason(error)}): please report it with the file.`
  const location = { line: 1, column: 1 }
  return cleanText(diagnostic('IMPORT_INTERNAL_FAULT', message, { location }))
}

/** What may be said of an error: of one of the system only its code. */
export function faultReason(error: unknown): string {
  return error instanceof Error ? (systemCode(error) ?? error.message) : String(error)
}

function systemCode({ code }: NodeJS.ErrnoException): string | undefined {
  return typeof code === 'string' ? code : undefined
}
