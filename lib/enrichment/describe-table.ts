import parsers from '@/content/schema/asim-parsers.json'
import sources from '@/content/schema/table-sources.json'

export interface TableNote {
  /** How the rows get there; null where the pinned schema does not say. */
  readonly filledBy: string | null
  /** `table`, or `parser` for an ASIM parser, which reads many tables. */
  readonly kind: 'table' | 'parser'
}

interface Source {
  readonly connector?: string
}

// Solution packages that happen to read a table too follow these words; they fill nothing.
const PACKAGES = ' | connectors listed:'

/** What the pinned schema (content/schema) knows of how a table or parser gets its rows. */
export function describeTable(name: string): TableNote {
  const parser = entry(parsers, name)
  if (parser !== undefined) {
    return {
      kind: 'parser',
      filledBy:
        `ASIM ${parser.schema} parser: reads every connected source that has a parser ` +
        `of this schema, and ${parser.nativeTable ?? 'its native table'}.`,
    }
  }
  const connector = entry<Source>(sources as Readonly<Record<string, Source>>, name)?.connector
  const [filledBy = ''] = (connector ?? '').split(PACKAGES)
  return { kind: 'table', filledBy: filledBy === '' ? null : `${filledBy.replace(/\.$/, '')}.` }
}

function entry<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
