import type { ImportReport } from '@/lib/ingest/import-report'
import { printable } from './printable'

/** What `atlas import` prints at the end: the counts, then each rejection with its place and reason. */
export function formatReport(report: ImportReport, dryRun: boolean): string {
  const { created, updated, unchanged, removed, rejected } = report
  const counts = [
    [created, 'created'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [removed, 'removed'],
    [rejected, 'rejected'],
    [report.enriched, 'enriched'],
  ].map(([number, word]) => `${number} ${word}`)
  const lines = [`${printable(report.source)}: ${counts.join(', ')}`]
  if (dryRun) lines.push('This was a dry run: nothing was written.')
  else if (!report.published) lines.push('Nothing changed: the catalogue is as it was.')
  for (const { path, line, column, message } of report.rejections) {
    const place = line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`
    lines.push(`rejected ${printable(path)}${place}  ${printable(message)}`)
  }
  for (const { path, message } of report.enrichmentFaults) {
    lines.push(`not enriched ${printable(path)}  ${printable(message)}`)
  }
  return `${lines.join('\n')}\n`
}
