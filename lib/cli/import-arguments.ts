import { parseArgs } from 'node:util'
import { ImportError } from '@/lib/importers/import-error'
import { sentence } from './sentence'
import { UsageError } from './usage-error'

export interface ImportArguments {
  readonly origin: string
  readonly sourceName: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
  readonly allowRemovals: boolean
}

const LONGEST_NAME = 80

/** Reads the arguments of `atlas import`. @throws UsageError, ImportError */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args)
  const [origin, second] = positionals
  if (origin === undefined) throw new UsageError('Expected a folder, found none.')
  if (second !== undefined) throw new UsageError(`Expected one folder, found "${second}" as well.`)
  if (/^(https?|ssh|git|file):|^git@|\.(zip|git)\/?$/i.test(origin)) {
    throw new ImportError(
      `"${origin}" is not a folder: Git addresses and zip files are not read yet. Clone or unpack it and give the folder.`,
    )
  }
  const sourceName = values.source?.trim()
  if (sourceName !== undefined && !isName(sourceName)) {
    throw new UsageError(`A source's name has 1 to ${LONGEST_NAME} printable characters.`)
  }
  return {
    ...{ origin, sourceName, json: values.json, dryRun: values['dry-run'] },
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
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'allow-removals': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}
