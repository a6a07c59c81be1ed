import { expect, it } from 'vitest'
import type { AttackContextView } from '@/lib/catalogue/attack-views'
import type { RevisionView, RuleView } from '@/lib/catalogue/views'
import type { Enrichment } from '@/lib/enrichment/enrichment'
import { ruleJson } from './rule-json'

const RULE: RuleView = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  removed: null,
  rejected: null,
  kind: 'rule',
  title: '</script>"&',
  description: 'What it finds.',
  level: 'medium',
  status: 'test',
  author: 'An author',
  licence: 'DRL 1.1',
  licenceUrl: null,
  date: '2026-01-02',
  modified: null,
  logsource: { product: 'windows', category: 'process_creation', service: null, definition: null },
  tags: ['attack.exfiltration', 'attack.t1048.003', 'attack.t1562.001'],
  techniques: ['T1048.003', 'T1562.001'],
  tactics: ['exfiltration'],
  tables: ['DeviceProcessEvents'],
  references: [],
  falsePositives: [],
  sigma: 'title: x',
  sigmaHtml: '<span>title</span>',
  queries: [
    {
      target: 'defender-xdr',
      state: 'with-loss',
      kql: 'DeviceProcessEvents',
      kqlHtml: '<span>DeviceProcessEvents</span>',
      tables: ['DeviceProcessEvents'],
      diagnostics: [{ code: 'A', severity: 'warning', message: 'm', effect: 'widens' }],
    },
    { target: 'asim', state: 'refused', kql: null, kqlHtml: null, tables: [], diagnostics: [] },
  ],
  enrichment: null,
  source: {
    name: 'SigmaHQ',
    kind: 'repository',
    path: 'rules/a.yml',
    url: 'https://x.test/rules/a.yml',
    commit: null,
    retrievedAt: '2026-02-03T04:05:06.000Z',
  },
}
const ENRICHMENT: Enrichment = {
  hypothesis: { text: 'A process sends data out.', origin: 'curated' },
  dataSources: [],
  falsePositives: {
    fromRule: ['A backup tool'],
    excludedByRule: ['A mail client is left out.'],
    guidance: [{ text: 'Ask its owner.', origin: 'derived' }],
  },
  references: [{ url: 'javascript:alert(1)', kind: 'other', origin: 'rule' }],
  confidence: { value: 'medium', reasons: ['It was tried.'], origin: 'derived' },
  tags: [{ name: 'Rclone', kind: 'tool', origin: 'derived', from: 'title' }],
}
const NO_ATTACK: AttackContextView = { release: null, notice: null, techniques: [] }
const none = { shown: [], total: 0 }
const ATTACK: AttackContextView = {
  release: '18.1',
  notice: 'A notice.',
  techniques: [
    {
      ...{ id: 'T1048.003', releaseId: 'T1048.003', name: 'Exfiltration …', url: null },
      description: ['One.', 'Two.'],
      ...{ detectionStrategies: [], mitigations: none, groups: none },
      ...{ software: none, campaigns: none },
    },
  ],
}
const VERSIONS: readonly RevisionView[] = [
  {
    ...{ version: 3, at: '2026-02-03T04:05:06.000Z', event: 'new', changes: [] },
    ...{ source: 'SigmaHQ', title: 'x', queries: [], removed: null },
  },
]
const make = (attack: AttackContextView) =>
  ruleJson({ rule: RULE, enrichment: ENRICHMENT, attack, related: [], versions: VERSIONS })

it('has every field of the contract', () => {
  const { id, title, level, status, author, licence } = RULE
  expect(make(NO_ATTACK)).toMatchObject({
    ...{ id, title, level, status, author, licence },
    tags: RULE.tags,
    source: { name: 'SigmaHQ', url: RULE.source.url, path: 'rules/a.yml', commit: null },
    sigma: 'title: x',
    hypothesis: { text: 'A process sends data out.', origin: 'curated' },
    falsePositives: {
      fromRule: [{ text: 'A backup tool', origin: 'rule' }],
      excludedByRule: [{ text: 'A mail client is left out.', origin: 'derived' }],
      guidance: [{ text: 'Ask its owner.', origin: 'derived' }],
    },
    confidence: { value: 'medium', reasons: ['It was tried.'], origin: 'derived' },
    references: [{ url: 'javascript:alert(1)', kind: 'other', origin: 'rule' }],
    dataSources: [],
    related: [],
    versions: [{ version: 3, event: 'new', changes: [], removed: null }],
  })
})

it('claims no proof: a query was parsed and bound, a refusal has nothing to prove', () => {
  const [compiled, refused] = make(NO_ATTACK).queries
  expect(compiled).toMatchObject({ status: 'compiled', proof: { verdict: 'not-checked' } })
  expect(compiled).not.toHaveProperty('kqlHtml')
  expect(refused).toMatchObject({ target: 'asim', status: 'refused', kql: null, proof: null })
})

it('gives techniques by their current id; MITRE’s words only with its notice', () => {
  const bare = make(NO_ATTACK)
  expect(bare.attack.map(({ id, taggedId }) => [id, taggedId])).toEqual([
    ['T1048.003', 'T1048.003'],
    ['T1685', 'T1562.001'],
  ])
  expect(bare.attack[0]).toMatchObject({ tactics: ['exfiltration'], version: '19.1' })
  expect(bare.attackNotice).toBeNull()
  const full = make(ATTACK)
  expect(full.attackNotice).toBe('A notice.')
  expect(full.attack[0]?.description).toEqual({
    text: 'One.\n\nTwo.',
    origin: 'attack',
    version: '18.1',
  })
  expect(full.attack[1]).not.toHaveProperty('description')
})
