import { describe, expect, it } from 'vitest'
import { checkEnrichment } from './check-enrichment'
import type { Enrichment } from './enrichment'

const GOOD: Enrichment = {
  hypothesis: { text: 'If a process starts, the log shows it.', origin: 'derived' },
  dataSources: [
    {
      target: 'defender-xdr',
      table: 'DeviceProcessEvents',
      role: 'queried',
      connector: null,
      columns: ['FileName'],
      switchOn: ['The devices are onboarded.'],
      notes: [],
      origin: 'derived',
    },
  ],
  falsePositives: {
    fromRule: ['Admins'],
    excludedByRule: ['The rule leaves out “a.exe”.'],
    guidance: [{ text: 'Look at the parent first.', origin: 'derived' }],
  },
  references: [{ url: 'https://example.org/', kind: 'other', origin: 'rule' }],
  confidence: { value: 'low', reasons: ['It is new.'], origin: 'derived' },
  tags: [{ name: 'Rclone', kind: 'tool', origin: 'rule', from: 'title' }],
}
const REFERENCES = ['https://example.org/']

function sectionsOf(change: Partial<Enrichment>): readonly string[] {
  return checkEnrichment({ ...GOOD, ...change }, REFERENCES).map(({ section }) => section)
}

describe('checkEnrichment', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(checkEnrichment(GOOD, REFERENCES)).toEqual([])
    expect(sectionsOf({ tags: [] })).toEqual([])
  })

  it('finds an empty section', () => {
    expect(sectionsOf({ hypothesis: { text: '', origin: 'derived' } })).toEqual(['hypothesis'])
    expect(sectionsOf({ hypothesis: { text: ' ', origin: 'rule' } })).toEqual(['hypothesis'])
    expect(sectionsOf({ dataSources: [] })).toEqual(['dataSources'])
    const mute = GOOD.dataSources.map((source) => ({ ...source, switchOn: [] }))
    expect(sectionsOf({ dataSources: mute })).toEqual(['dataSources'])
    const falsePositives = { fromRule: [], excludedByRule: [], guidance: [] }
    expect(sectionsOf({ falsePositives })).toEqual(['falsePositives'])
    expect(sectionsOf({ confidence: { ...GOOD.confidence, reasons: [] } })).toEqual(['confidence'])
  })

  it('finds a cut sentence of ours, with its end, and leaves the author alone', () => {
    const cut = { text: 'If a process starts and', origin: 'derived' } as const
    expect(checkEnrichment({ ...GOOD, hypothesis: cut }, REFERENCES)).toEqual([
      {
        section: 'hypothesis',
        reason: 'A text does not end as a sentence does: “If a process starts and”.',
      },
    ])
    expect(sectionsOf({ hypothesis: { ...cut, origin: 'rule' } })).toEqual([])
    const notes = [{ text: 'Half a', origin: 'curated' }] as const
    const sources = GOOD.dataSources.map((source) => ({ ...source, notes }))
    expect(sectionsOf({ dataSources: sources })).toEqual(['dataSources'])
  })

  it('finds a value that is cut inside its quotation marks', () => {
    const excludedByRule = ['Left out are events where the path is “C:\\Program Fi…”.']
    const falsePositives = { ...GOOD.falsePositives, excludedByRule }
    expect(sectionsOf({ falsePositives })).toEqual(['falsePositives'])
  })

  it('finds a reference that is missing and a tag of nobody’s', () => {
    expect(sectionsOf({ references: [] })).toEqual(['references'])
    const tag = { name: 'Rclone', kind: 'tool', origin: 'rule', from: '' } as const
    expect(sectionsOf({ tags: [tag] })).toEqual(['tags'])
    expect(sectionsOf({ tags: [{ ...tag, name: ' ', from: 'title' }] })).toEqual(['tags'])
  })
})
