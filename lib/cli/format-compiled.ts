import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import type { CompiledFile } from '@/lib/ingest/compile-file'
import { printable } from './printable'

/** What `atlas compile` prints for one file: a JSON line or a query with a heading for each target. */
export function formatFile(file: CompiledFile, format: 'jsonl' | 'kql'): string {
  return file.queries
    .map((query) => (format === 'jsonl' ? toJsonLine(file, query) : toText(file, query)))
    .join('')
}

function toJsonLine({ ruleId, path }: CompiledFile, query: CompiledQuery): string {
  const { target, status, kql, tables } = query
  const diagnostics = query.diagnostics.map(({ code, severity, message, effect }) => ({
    ...{ code, severity, message },
    ...(effect === undefined ? {} : { effect }),
  }))
  return `${JSON.stringify({ ruleId, path, target, status, kql, tables, diagnostics })}\n`
}

function toText({ path, title }: CompiledFile, query: CompiledQuery): string {
  const heading = [path, query.target, query.status, title ?? ''].filter((part) => part !== '')
  const lines = [
    heading.join(' · '),
    ...query.diagnostics.map(({ severity, code, message, effect }) =>
      [severity, code, effect === undefined ? '' : `(${effect})`, message]
        .filter(Boolean)
        .join(' '),
    ),
  ]
  const comments = lines.map((line) => `// ${printable(line)}\n`).join('')
  return `${comments}${query.kql === null ? '' : `${query.kql}\n`}\n`
}
