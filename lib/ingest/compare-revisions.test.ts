import { describe, expect, it } from 'vitest'
import type { RevisionContent } from '@/lib/catalogue/find-contents'
import { compareRevisions } from './compare-revisions'
import { ruleText } from './fixtures/rule-folder'

const QUERY = {
  target: 'asim',
  status: 'compiled',
  kql: 'T | where a == 1',
  tables: ['T'],
  columns: { T: ['a', 'b'], U: ['c'] },
  diagnostics: [{ code: 'A', message: 'm' }],
}
const content = (more: Partial<RevisionContent> = {}): RevisionContent => ({
  path: 'rules/a.yml',
  sigma: ruleText(1),
  techniques: ['T1048.003'],
  tactics: ['exfiltration'],
  queries: [QUERY],
  ...more,
})
const edited = (from: string | RegExp, to: string) => {
  const sigma = ruleText(1).replace(from, to)
  expect(sigma).not.toBe(ruleText(1))
  return compareRevisions(content(), content({ sigma }))
}

describe('compareRevisions', () => {
  it('takes the header of a query for what it repeats', () => {
    const headed = (title: string) => [{ ...QUERY, kql: `// ${title}\n${QUERY.kql}` }]
    const before = content({ queries: headed('Rule 1') })
    const sigma = ruleText(1).replace('Rule 1', 'Better')
    expect(compareRevisions(before, content({ sigma, queries: headed('Better') }))).toEqual([
      'title',
    ])
    expect(compareRevisions(before, content())).toEqual(['comments in the queries'])
  })

  it.each<[string | RegExp, string, string[]]>([
    ['Rule 1', 'Better', ['title']],
    ['Made for', 'Still for', ['description']],
    ['level: medium', 'level: high', ['level']],
    ['level: medium\n', '', ['level']],
    ['status: test', 'status: stable', ['status']],
    ['    - attack.t1048.003\n', '', ['tags']],
    ['product: windows', 'product: linux', ['logsource']],
    ['tool1', 'tool2', ['detection']],
    ['condition: selection', 'condition: not selection', ['detection']],
    ['author: Rule Atlas', 'author: Someone', ['author']],
    [/date: .*/, 'date: 2026-02-02\nmodified: 2026-03-03', ['date']],
    [
      /$/,
      'references:\n    - https://x.test\nfalsepositives:\n    - None\n',
      ['false positives', 'references'],
    ],
    [/$/, 'constructor: x\n__proto__: y\n', ['other keys']],
    [/title: .*\n/, 'title: "Rule 1"  # quoted now\n', ['formatting of the file']],
    [/(title: .*\n)(id: .*\n)/, '$2$1', ['formatting of the file']],
  ])('%s to %j', (from, to, parts) => {
    expect(edited(from, to)).toEqual(parts)
  })

  it('names what was made of the rule apart from the rule', () => {
    const query = (more: object) =>
      compareRevisions(content(), content({ queries: [{ ...QUERY, ...more }] }))
    expect(query({ kql: 'T' })).toEqual(['asim query'])
    expect(query({ status: 'refused', kql: null })).toEqual(['asim query'])
    expect(query({ diagnostics: [] })).toEqual(['asim diagnostics'])
    expect(query({ columns: { U: ['c'], T: ['a', 'b'] } })).toEqual(['highlighting'])
    expect(query({ target: 'azure-monitor' })).toEqual(['asim query', 'azure-monitor query'])
    expect(compareRevisions(content(), content({ tactics: ['stealth'] }))).toEqual(['ATT&CK'])
    expect(compareRevisions(content(), content({ path: 'b.yml' }))).toEqual(['path'])
  })
})
