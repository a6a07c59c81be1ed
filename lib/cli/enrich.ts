import { parseArgs } from 'node:util'
import type { EnrichReport } from '@/lib/ingest/enrich-stale'
import { ProgressBar } from './import-progress'
import { onStopSignal } from './on-stop-signal'
import { printable } from './printable'
import { sentence } from './sentence'
import { UsageError } from './usage-error'

/** As a shell reports a program that Ctrl-C ended. */
const INTERRUPTED = 130

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
  const interrupt = new AbortController()
  const forget = onStopSignal(() => interrupt.abort(), INTERRUPTED)
  try {
    const report = await runEnrich(options, bar, interrupt.signal)
    bar.clear()
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : format(report))
    if (interrupt.signal.aborted) {
      process.stderr.write('Stopped: run the command again for the rest.\n')
      return INTERRUPTED
    }
    return report.faults.length > 0 ? 1 : 0
  } finally {
    bar.clear()
    forget()
  }
}

async function runEnrich(
  { sourceName }: EnrichArguments,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<EnrichReport> {
  const [{ openDatabase }, { createClient }, { enrichStale }] = await Promise.all([
    import('@/lib/database/connect'),
    import('@/lib/catalogue/client'),
    import('@/lib/ingest/enrich-stale'),
  ])
  const say = (step: string) => process.stderr.write(`${step}\n`)
  const database = await openDatabase({ say, stopOnSignal: false })
  try {
    const db = createClient(database.url)
    try {
      const onProgress = (done: number, total: number) =>
        bar.show({ step: 'enriching', done, total })
      return await enrichStale({ db, sourceName, signal, onProgress })
    } finally {
      await db.$disconnect().catch(() => {})
    }
  } finally {
    await database.stop()
  }
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
