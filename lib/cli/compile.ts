import { ImportError } from '@/lib/importers/import-error'
import type { SourceFile } from '@/lib/importers/importer'
import { openFileOrFolder } from '@/lib/importers/sigmahq/open-folder'
import type { CompiledFile, CompileTask } from '@/lib/ingest/compile-file'
import { runTasks } from '@/lib/ingest/run-tasks'
import { readCompileArguments } from './compile-arguments'
import { formatFile } from './format-compiled'
import { OutputClosedError, writeOutput } from './write-output'

/**
 * `atlas compile`: the queries of files and folders on standard output, without a database.
 *
 * @returns 0, also where a document is refused; 2 where an argument cannot be read
 * @throws UsageError
 */
export async function compileCommand(args: readonly string[]): Promise<number> {
  try {
    const { origins, targets, format } = readCompileArguments(args)
    const files = origins.flatMap(readArgument)
    const work = {
      name: 'compileFiles',
      task: (batch: readonly SourceFile[]): CompileTask => ({ files: batch, targets }),
      here: async (batch: readonly SourceFile[]) => {
        const { compileFiles } = await import('@/lib/ingest/compile-file')
        return compileFiles({ files: batch, targets })
      },
    } as const
    for await (const compiled of runTasks<SourceFile, CompiledFile>(files, work)) {
      await writeOutput(compiled.map((file) => formatFile(file, format)).join(''))
    }
    return 0
  } catch (error) {
    if (error instanceof OutputClosedError) return 0
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** All files of one argument. A file that was asked for by name must be readable. */
function readArgument(origin: string): SourceFile[] {
  const files = [...openFileOrFolder(origin).files()]
  const [only] = files
  const isUnreadable =
    only?.kind === 'unreadable' && only.diagnostic.code === 'IMPORT_UNREADABLE' && !only.isFolder
  if (files.length === 1 && isUnreadable) throw new ImportError(only.diagnostic.message)
  return files
}
