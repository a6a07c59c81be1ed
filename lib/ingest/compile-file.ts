import type { CompiledQuery, Target } from '@/lib/compiler/compiled-query'
import type { Diagnostic } from '@/lib/diagnostics'
import type { SourceFile } from '@/lib/importers/importer'
import { compileDocument } from './compile-document'
import { internalFault } from './internal-fault'
import { readDocument } from './read-document'

/** A file's queries; what cannot be read is refused by every target. */
export interface CompiledFile {
  readonly path: string
  readonly ruleId: string | null
  readonly title: string | null
  readonly queries: readonly CompiledQuery[]
}

export interface CompileTask {
  readonly files: readonly SourceFile[]
  readonly targets: readonly Target[]
}

/** Compiles and binds files, without a database. A filter has no queries. */
export async function compileFiles({ files, targets }: CompileTask): Promise<CompiledFile[]> {
  const compiled: CompiledFile[] = []
  for (const file of files) compiled.push(await compileFile(file, targets))
  return compiled
}

async function compileFile(file: SourceFile, targets: readonly Target[]): Promise<CompiledFile> {
  try {
    return await compileReadable(file, targets)
  } catch (error) {
    return refuse(file.path, [internalFault(file.path, error)], targets)
  }
}

async function compileReadable(
  file: SourceFile,
  targets: readonly Target[],
): Promise<CompiledFile> {
  const { path } = file
  if (file.kind === 'unreadable') return refuse(path, [file.diagnostic], targets)
  const read = readDocument(file.text)
  if (!read.ok) return refuse(path, read.diagnostics, targets)
  const { kind, id, title } = read.document
  const queries = kind === 'filter' ? [] : await compileDocument(read.document, targets)
  return { path, ruleId: id, title, queries }
}

function refuse(
  path: string,
  diagnostics: readonly Diagnostic[],
  targets: readonly Target[],
): CompiledFile {
  const queries = targets.map(
    (target) =>
      ({ target, status: 'refused', kql: null, tables: [], columns: {}, diagnostics }) as const,
  )
  return { path, ruleId: null, title: null, queries }
}
