import { parseArgs } from 'node:util'
import { sentence } from './sentence'
import { UsageError } from './usage-error'

export interface ImportArguments {
  readonly origin: string
  readonly sourceName: string | undefined
  /** Of a repository; else the one that it shows first. */
  readonly branch: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
  readonly allowRemovals: boolean
}

const LONGEST_NAME = 80

/** Reads the arguments of `atlas import`. @throws UsageError */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args)
  const [origin, second] = positionals
  if (origin === undefined)
    throw new UsageError('Expected a folder, the address of a repository or a zip, found none.')
  if (second !== undefined) throw new UsageError(`Expected one source, found "${second}" as well.`)
  const sourceName = values.source?.trim()
  if (sourceName !== undefined && !isName(sourceName)) {
    throw new UsageError(`A source's name has 1 to ${LONGEST_NAME} printable characters.`)
  }
  const branch = values.branch?.trim()
  // As git has it (git-check-ref-format), as far as an option or a range could be made of it.
  if (branch !== undefined && !/^[\w.][\w./+@-]*$/.test(branch)) {
    throw new UsageError(`"${branch}" is no name of a branch.`)
  }
  return {
    ...{ origin, sourceName, branch, json: values.json, dryRun: values['dry-run'] },
    allowRemovals: values['allow-removals'],
  }
}

function isName(name: string): boolean {
  return name !== '' && name.length <= LONGEST_NAME && !/[\p{Cc}\p{Cf}\p{Surrogate}]/u.test(name)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        branch: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'allow-removals': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}
