import { currentVersion } from '@/lib/catalogue/current-version'
import type { Database } from '@/lib/catalogue/database'
import { findSources, type SourceRow } from '@/lib/catalogue/find-sources'
import { printable } from './printable'

const HEAD = ['name', 'rules', 'rejected', 'commit', 'last import', 'origin']
/** Columns of numbers, set to the right. */
const NUMBERS: readonly number[] = [1, 2]

/** `atlas sources list`: one line a source, or all of it as JSON. @returns 0 */
export async function listSources(db: Database, json: boolean): Promise<number> {
  const sources = await findSources(db, await currentVersion(db))
  if (json) process.stdout.write(`${JSON.stringify(sources, null, 2)}\n`)
  else if (sources.length === 0) process.stdout.write('Nothing has been imported yet.\n')
  else process.stdout.write(toTable([HEAD, ...sources.map(toCells)]))
  return 0
}

function toCells({ name, rules, rejected, commit, lastImport, origin }: SourceRow): string[] {
  return [
    printable(name),
    String(rules),
    String(rejected),
    commit?.slice(0, 12) ?? '-',
    lastImport?.at?.slice(0, 16).replace('T', ' ') ?? '-',
    printable(origin),
  ]
}

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  return rows
    .map((cells) => {
      const line = cells.map((cell, column) => {
        const width = widths[column] ?? 0
        return NUMBERS.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      return `${line.join('  ').trimEnd()}\n`
    })
    .join('')
}
