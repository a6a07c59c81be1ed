import { describe, expect, it } from 'vitest'
import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { guideFalsePositives } from './false-positives'

const QUERY: CompiledQuery = {
  ...{ target: 'asim', status: 'compiled', kql: 'T', tables: ['T'] },
  ...{ columns: {}, diagnostics: [] },
}

function guide(lines: readonly string[], queries: readonly CompiledQuery[] = []) {
  const parsed = parseRule(
    ['title: t', 'logsource: {product: windows, category: process_creation}', ...lines].join('\n'),
  )
  if (!parsed.ok || parsed.document.kind !== 'rule') throw new Error(JSON.stringify(parsed))
  const resolved = resolve(parsed.document)
  const predicate = resolved.ok ? resolved.predicate : null
  return guideFalsePositives({ document: parsed.document, predicate, queries })
}

const DETECTION = 'detection: {s: {A: 1}, condition: s}'
const texts = (lines: readonly string[]) =>
  guide([DETECTION, ...lines])
    .guidance.map(({ text }) => text)
    .join('\n')

describe("the author's list", () => {
  it('is kept as written, without entries that say nothing', () => {
    const { fromRule } = guide([
      DETECTION,
      'falsepositives: [Unknown, Backup software, unlikely., None, N/A, "Unknown proxies"]',
    ])
    expect(fromRule).toEqual(['Backup software', 'Unknown proxies'])
  })

  it('is answered where it says nothing', () => {
    expect(texts([])).toContain('lists no false positives')
    expect(texts(['falsepositives: [Unknown]'])).toContain('names no benign cause')
    expect(texts(['falsepositives: [Highly unlikely]'])).toContain('to be unlikely')
    expect(texts(['falsepositives: [Likely]'])).toContain('expects false positives')
    expect(texts(['falsepositives: [Backup]'])).not.toMatch(/author/)
  })
})

describe('what the filters leave out', () => {
  it('is a whole sentence each', () => {
    const { excludedByRule } = guide([
      'detection:',
      '  s: {A: 1}',
      '  f_1: {Image|endswith: [\\a.exe, \\b.exe]}',
      "  f_2: {Image|startswith: 'C:\\x\\', User: u}",
      '  condition: s and not 1 of f_*',
    ])
    expect(excludedByRule).toEqual([
      'Left out are events where the process is a.exe or b.exe.',
      'Left out are events where the path of the process starts with “C:\\x\\” and the user is “u”.',
    ])
  })

  it('is nothing for a rule without filters, or one that cannot be resolved', () => {
    expect(guide([DETECTION]).excludedByRule).toEqual([])
    expect(guide(['detection: {s: {A|what: 1}, condition: not s}']).excludedByRule).toEqual([])
  })
})

describe('the guidance', () => {
  it('sends nobody to a query that there is not', () => {
    expect(guide([DETECTION]).guidance.at(-1)?.text).not.toMatch(/run the query/i)
    expect(guide([DETECTION], [QUERY]).guidance.at(-1)?.text).toMatch(/^Run the query/)
  })

  it('knows what programs are for, but not those that the rule leaves out', () => {
    const named = 'detection: {s: {Image|endswith: \\whoami.exe}, condition: s}'
    const left = 'detection: {s: {A: 1}, f: {Image|endswith: \\whoami.exe}, condition: s and not f}'
    const about = /inventory agents ask such questions/
    expect(guide([named]).guidance.some(({ text }) => about.test(text))).toBe(true)
    expect(guide([left]).guidance.some(({ text }) => about.test(text))).toBe(false)
  })
})
