import { parseArgs } from 'node:util'
import { sentence } from './sentence'
import { UsageError } from './usage-error'

export type SourcesArguments =
  | { readonly action: 'list'; readonly json: boolean }
  | {
      readonly action: 'remove'
      readonly name: string
      readonly yes: boolean
      readonly json: boolean
    }

/** Reads the arguments of `atlas sources`. @throws UsageError */
export function readSourcesArguments(args: readonly string[]): SourcesArguments {
  const { values, positionals } = parse(args)
  const [action, name, ...others] = positionals
  const { json, yes } = values
  if (action === 'list') {
    if (name !== undefined) throw new UsageError(`Unexpected argument "${name}".`)
    if (yes) throw new UsageError('There is nothing to confirm with --yes.')
    return { action, json }
  }
  if (action !== 'remove') {
    throw new UsageError(`Expected list or remove, found "${action ?? ''}".`)
  }
  if (name === undefined) throw new UsageError('Expected the name of a source, found none.')
  if (others.length > 0) {
    throw new UsageError('Expected the name of one source: put it in quotes if it has blanks.')
  }
  return { action, name, yes, json }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}
