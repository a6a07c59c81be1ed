import { createInterface } from 'node:readline/promises'
import { currentVersion } from '@/lib/catalogue/current-version'
import type { Database } from '@/lib/catalogue/database'
import { findSources, type SourceRow } from '@/lib/catalogue/find-sources'
import { type RemovedSource, removeSource } from '@/lib/catalogue/remove-source'
import { ImportError } from '@/lib/importers/import-error'
import { WAITING } from './import-progress'
import { printable } from './printable'
import { UsageError } from './usage-error'

interface Asked {
  readonly name: string
  readonly yes: boolean
  readonly json: boolean
}

/**
 * `atlas sources remove NAME`: says what will go, asks on a terminal, and removes it.
 *
 * @returns 0, or 1 where the user declined
 * @throws ImportError where there is no such source; UsageError where nobody can be asked
 */
export async function removeSourceByHand(
  db: Database,
  { name, yes, json }: Asked,
  signal: AbortSignal,
): Promise<number> {
  const sources = await findSources(db, await currentVersion(db))
  const source = sources.find((each) => each.name === name)
  if (source === undefined) throw noSuchSource(name, sources)
  if (!yes && !(await confirm(source, signal))) {
    process.stderr.write('Nothing was removed.\n')
    return 1
  }
  const onWait = () => process.stderr.write(`${WAITING}\n`)
  const removed = await removeSource(db, name, { onWait, signal })
  if (removed === null) throw noSuchSource(name, [])
  process.stdout.write(
    json ? `${JSON.stringify(removed, null, 2)}\n` : describeRemoved(removed, source),
  )
  return 0
}

async function confirm(source: SourceRow, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError('Removing a source has to be confirmed: add --yes.')
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // The terminal's own Ctrl-C comes here while it asks, and not as a signal.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    const question = `Remove "${printable(source.name)}" with ${count(source.rules, 'rule')}, their older revisions and ${count(source.rejected, 'rejected file')}? [y/N] `
    const answer = await terminal.question(question, { signal })
    return /^y(es)?$/i.test(answer.trim())
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    terminal.close()
  }
}

function describeRemoved(
  { name, rules, revisions, rejections, imports }: RemovedSource,
  { origin }: SourceRow,
) {
  const gone = [
    count(rules, 'rule'),
    count(revisions, 'revision'),
    count(rejections, 'rejection'),
    count(imports, 'import'),
  ]
  return `Removed "${printable(name)}": ${gone.join(', ')}.\nImporting ${printable(origin)} again brings its rules back.\n`
}

function noSuchSource(name: string, sources: readonly SourceRow[]): ImportError {
  const names = sources.map((source) => `"${printable(source.name)}"`).join(', ')
  const there = names === '' ? 'nothing has been imported' : `expected one of ${names}`
  return new ImportError(`There is no source "${printable(name)}": ${there}.`)
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
