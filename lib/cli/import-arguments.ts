import { parseArgs } from 'node:util'
import { UsageError } from './usage-error'

export interface ImportArguments {
  readonly origin: string
  readonly sourceName: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
  readonly allowRemovals: boolean
}

export const IMPORT_USAGE =
  'Usage: atlas import <folder> [--source NAME] [--dry-run] [--json] [--allow-removals]'

const LONGEST_NAME = 80

/** Reads the arguments of `atlas import`. @throws UsageError */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args)
  const [origin, second] = positionals
  if (origin === undefined) throw new UsageError(`Which folder? ${IMPORT_USAGE}`)
  if (second !== undefined) throw new UsageError(`One folder at a time. ${IMPORT_USAGE}`)
  if (/^(https?|ssh|git|file):|^git@|\.(zip|git)\/?$/i.test(origin)) {
    throw new UsageError(
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
    throw new UsageError(`${(error as Error).message} ${IMPORT_USAGE}`)
  }
}
