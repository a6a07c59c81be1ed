import { parseArgs } from 'node:util'
import type { EnrichReport } from '@/lib/ingest/enrich-stale'
import { ProgressBar } from './import-progress'
import { INTERRUPTED, Interruption, interruptible } from './interruption'
import { printable } from './printable'
import { sentence } from './sentence'
import { UsageError } from './usage-error'
import { withDatabase } from './with-database'

interface EnrichArguments {
  readonly sourceName: string | undefined
  readonly json: boolean
}

/**
 * `atlas enrich`: makes again what was derived of the rules in the catalogue, wherever its inputs
 * changed: a rule, a file of content/enrichment, our own code or data.
 *
 * @returns 0; 1 where a rule could not be enriched; 130 where it was stopped
 * @throws UsageError
 */
export async function enrichCommand(args: readonly string[]): Promise<number> {
  const options = readArguments(args)
  const bar = new ProgressBar()
  try {
    return await interruptible(async (signal) => {
      const report = await runEnrich(options, bar, signal)
      bar.clear()
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : format(report))
      signal.throwIfAborted()
      return report.faults.length > 0 ? 1 : 0
    })
  } catch (error) {
    if (!(error instanceof Interruption)) throw error
    process.stderr.write('Stopped: run the command again for the rest.\n')
    return INTERRUPTED
  } finally {
    bar.clear()
  }
}

async function runEnrich(
  { sourceName }: EnrichArguments,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<EnrichReport> {
  const { enrichStale } = await import('@/lib/ingest/enrich-stale')
  const onProgress = (done: number, total: number) => bar.show({ step: 'enriching', done, total })
  return withDatabase(signal, (db) => enrichStale({ db, sourceName, signal, onProgress }))
}

function readArguments(args: readonly string[]): EnrichArguments {
  const { values } = parse(args)
  return { sourceName: values.source?.trim(), json: values.json }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { source: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
  } catch (error) {
    throw new UsageError(sentence(error))
  }
}

function format({ checked, enriched, faults }: EnrichReport): string {
  const lines = [`${checked} rules looked at, ${enriched} enriched`]
  for (const { path, message } of faults) {
    lines.push(`not enriched ${printable(path)}  ${printable(message)}`)
  }
  return `${lines.join('\n')}\n`
}
