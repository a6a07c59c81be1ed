import parsers from '@/content/schema/asim-parsers.json'
import sources from '@/content/schema/table-sources.json'
import type { CuratedEnrichment } from './curated-enrichment'
import { findMarkup } from './find-markup'
import type { Problem } from './problem'
import { type Block, splitSections } from './split-sections'

interface Values extends Pick<CuratedEnrichment, 'hypothesis' | 'dataSources' | 'falsePositives'> {
  readonly reasons: readonly string[]
}

const HEADINGS = [
  'Hunt hypothesis',
  'Required data sources',
  'False positive guidance',
  'Confidence',
]
const TABLE = /^([A-Za-z_]\w*): +(?=\S)/

/** Reads the sections below the front matter. `firstLine` is the line on which `text` begins. */
export function readSections(
  text: string,
  firstLine: number,
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const { sections, problems: found } = splitSections(text, firstLine)
  const problems = [...found]
  const seen = new Map<string, readonly Block[]>()
  for (const { heading, line, blocks } of sections) {
    if (!HEADINGS.includes(heading)) {
      const expected = HEADINGS.map((each) => `"${each}"`).join(', ')
      problems.push({
        line,
        message: `There is no section "${heading}", expected one of ${expected}.`,
      })
    } else if (seen.has(heading)) {
      problems.push({ line, message: `The section "${heading}" is there twice.` })
    }
    if (blocks.length === 0) problems.push({ line, message: `The section "${heading}" is empty.` })
    for (const block of blocks) {
      const mark = findMarkup(block.text)
      if (mark !== null)
        problems.push({ line: block.line, message: `${mark}; sections are plain text.` })
    }
    seen.set(heading, blocks)
  }
  const [hypothesis, ...more] = seen.get('Hunt hypothesis') ?? []
  for (const { line } of more) {
    problems.push({ line, message: 'The hunt hypothesis is one paragraph, found another.' })
  }
  const texts = (heading: string) => (seen.get(heading) ?? []).map((block) => block.text)
  return {
    values: {
      hypothesis: hypothesis?.text ?? null,
      dataSources: (seen.get('Required data sources') ?? []).map((block) =>
        readNote(block, problems),
      ),
      falsePositives: texts('False positive guidance'),
      reasons: texts('Confidence'),
    },
    problems,
  }
}

/** `Event: …` is about that table, anything else about all. */
function readNote(
  { text, line }: Block,
  problems: Problem[],
): CuratedEnrichment['dataSources'][number] {
  const [prefix = '', table] = TABLE.exec(text) ?? []
  if (table === undefined) return { table: null, text }
  if (!Object.hasOwn(sources, table) && !Object.hasOwn(parsers, table)) {
    problems.push({
      line,
      message: `"${table}" is neither a table nor an ASIM parser of content/schema.`,
    })
  }
  return { table, text: text.slice(prefix.length) }
}
