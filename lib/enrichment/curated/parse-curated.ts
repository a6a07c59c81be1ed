import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { CuratedEnrichment } from './curated-enrichment'
import { readFrontMatter } from './front-matter'
import type { Problem } from './problem'
import { readSections } from './read-sections'

export type CuratedResult =
  | { readonly ok: true; readonly curated: CuratedEnrichment }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/**
 * Reads a file of content/enrichment (its README gives the form): front matter between two lines of
 * `---`, then sections of plain text. Never throws; every mistake is a diagnostic with its line.
 *
 * @param fileName `<rule id>.md`, without folders
 */
export function parseCurated(fileName: string, bytes: Uint8Array): CuratedResult {
  const text = decode(bytes)
  if (text === null) {
    return { ok: false, diagnostics: [diagnostic('CURATED_INVALID', 'The file is not UTF-8.')] }
  }
  const fence = FENCE.exec(text)
  if (fence === null) {
    const message = 'The file does not begin with front matter between two lines of "---".'
    return { ok: false, diagnostics: [at({ line: 1, message })] }
  }
  const [whole, yaml = ''] = fence
  const front = readFrontMatter(yaml, fileName)
  const sections = readSections(text.slice(whole.length), whole.split('\n').length)
  const problems = [...front.problems, ...sections.problems]
  const { reasons, ...rest } = sections.values
  if ((front.values.confidence === null) !== (reasons.length === 0)) {
    const message =
      'The key "confidence" and the section "Confidence" go together: the value, and the reasons for it.'
    problems.push({ line: 1, message })
  }
  if (problems.length > 0) return { ok: false, diagnostics: problems.map(at) }
  const { ruleId, writtenFor, tags, confidence: value } = front.values
  const confidence = value === null ? null : { value, reasons }
  return { ok: true, curated: { ruleId, writtenFor, tags, confidence, ...rest } }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function at({ line, message }: Problem): Diagnostic {
  return diagnostic('CURATED_INVALID', message, { location: { line, column: 1 } })
}
