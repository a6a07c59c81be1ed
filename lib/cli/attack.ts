import { parseArgs } from 'node:util'
import type { AttackBundle } from '@/lib/importers/attack/attack-bundle'
import { readBundle } from '@/lib/importers/attack/read-bundle'
import { ImportError } from '@/lib/importers/import-error'
import { formatBundle } from './format-bundle'
import { printable } from './printable'
import { sentence } from './sentence'
import { UsageError } from './usage-error'
import { withDatabase } from './with-database'

/**
 * `atlas attack`: loads a release of ATT&CK out of MITRE's STIX bundle, in the place of what was
 * loaded of that release before.
 *
 * @returns 0; 2 where the file is not such a bundle
 * @throws UsageError
 */
export async function attackCommand(args: readonly string[]): Promise<number> {
  const { path, release } = readArguments(args)
  try {
    const bundle = readBundle(path, release)
    await store(bundle)
    process.stdout.write(formatBundle(bundle))
    return 0
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${printable(error.message)}\n`)
    return 2
  }
}

async function store(bundle: AttackBundle): Promise<void> {
  const { storeAttackRelease } = await import('@/lib/catalogue/store-attack-release')
  const { stderr } = process
  await withDatabase(null, async (db) => {
    try {
      await storeAttackRelease(db, bundle, (done, total) => {
        if (stderr.isTTY) stderr.write(`\r\x1b[KStoring ${done} of ${total}`)
      })
    } finally {
      if (stderr.isTTY) stderr.write('\r\x1b[K')
    }
  })
}

function readArguments(args: readonly string[]): { path: string; release?: string } {
  const { values, positionals } = parse(args)
  const [path, second] = positionals
  if (path === undefined) throw new UsageError('Expected a STIX bundle, found none.')
  if (second !== undefined) throw new UsageError(`Expected one file, found "${second}" as well.`)
  if (values.release === undefined) return { path }
  if (!/^\d{1,3}\.\d{1,3}$/.test(values.release)) {
    throw new UsageError(`Expected a release such as 18.1, found "${values.release}".`)
  }
  return { path, release: values.release }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { release: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}
