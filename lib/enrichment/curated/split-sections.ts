import type { Problem } from './problem'

/** A paragraph or list item, its lines joined. */
export interface Block {
  readonly text: string
  readonly line: number
}

export interface Section {
  readonly heading: string
  readonly line: number
  readonly blocks: readonly Block[]
}

const HEADING = /^(#+)\s*(.*?)\s*$/
const ITEM = /^[-*] +/

/** Splits at `## ` headings into paragraphs and list items. `firstLine` is the line on which `text` begins. */
export function splitSections(
  text: string,
  firstLine: number,
): { readonly sections: readonly Section[]; readonly problems: readonly Problem[] } {
  const sections: { heading: string; line: number; blocks: { text: string; line: number }[] }[] = []
  const problems: Problem[] = []
  let open: { text: string; line: number } | null = null
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = firstLine + index
    const content = raw.trim()
    const heading = HEADING.exec(content)
    if (heading !== null) {
      if (heading[1] !== '##') {
        problems.push({
          line,
          message: 'A section begins with "## " and its name, nothing deeper or higher.',
        })
      }
      sections.push({ heading: heading[2] ?? '', line, blocks: [] })
      open = null
    } else if (content === '') {
      open = null
    } else if (open !== null && !ITEM.test(content)) {
      open.text += ` ${content}`
    } else {
      open = { text: content.replace(ITEM, ''), line }
      const section = sections.at(-1)
      if (section !== undefined) section.blocks.push(open)
      else problems.push({ line, message: 'There is text before the first "## " heading.' })
    }
  }
  return { sections, problems }
}
