import { type Diagnostic, type DiagnosticCode, diagnostic } from '@/lib/diagnostics'
import type { YamlPath } from './ast'
import { locator } from './locate'

/** A diagnostic before its line is known: looking that up costs a second parse, made only on error. */
export interface Problem {
  readonly code: DiagnosticCode
  readonly message: string
  readonly path: YamlPath
}

/** Carries a problem out of a deep call; `parseRule` and `resolve` catch it. */
export class ProblemError extends Error {
  constructor(
    readonly code: DiagnosticCode,
    message: string,
  ) {
    super(message)
    this.name = 'ProblemError'
  }
}

/** More would help nobody, and one hostile file could have a hundred thousand. */
const MAX_DIAGNOSTICS = 50

/** Gives each problem its line and column where the text is at hand. */
export function toDiagnostics(problems: readonly Problem[], text: string | null): Diagnostic[] {
  const locate = text === null ? null : locator(text)
  return problems
    .slice(0, MAX_DIAGNOSTICS)
    .map(({ code, message, path }) => diagnostic(code, message, { location: locate?.(path) }))
}
