import { parseArgs } from 'node:util'
import { isTarget, TARGETS, type Target } from '@/lib/compiler/compiled-query'
import { sentence } from './sentence'
import { UsageError } from './usage-error'

export interface CompileArguments {
  readonly origins: readonly string[]
  readonly targets: readonly Target[]
  readonly format: 'jsonl' | 'kql'
}

/** Reads the arguments of `atlas compile`. @throws UsageError */
export function readCompileArguments(args: readonly string[]): CompileArguments {
  const { values, positionals } = parse(args)
  if (positionals.length === 0) throw new UsageError('Expected a file or a folder, found none.')
  const { format } = values
  if (format !== 'jsonl' && format !== 'kql') {
    throw new UsageError(`There is no format "${format}": expected "jsonl" or "kql".`)
  }
  const names = values.target ?? []
  const unknown = names.find((name) => !isTarget(name))
  if (unknown !== undefined) {
    throw new UsageError(`There is no target "${unknown}": expected ${TARGETS.join(', ')}.`)
  }
  const targets = TARGETS.filter((target) => names.length === 0 || names.includes(target))
  return { origins: positionals, targets, format }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        target: { type: 'string', multiple: true },
        format: { type: 'string', default: 'kql' },
      },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}
