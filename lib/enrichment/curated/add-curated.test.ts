import { expect, it } from 'vitest'
import type { DataSource, Enrichment } from '../enrichment'
import { addCurated } from './add-curated'

function source(table: string): DataSource {
  return {
    ...{ target: 'asim', table, role: 'queried', connector: null, columns: [], switchOn: [] },
    notes: [{ text: 'Derived.', origin: 'derived' }],
    origin: 'derived',
  }
}

const DERIVED: Enrichment = {
  hypothesis: { text: 'Derived.', origin: 'derived' },
  dataSources: [source('_Im_Dns'), source('Event')],
  falsePositives: {
    fromRule: ['Admins'],
    excludedByRule: ['It leaves out a file.'],
    guidance: [{ text: 'Derived.', origin: 'derived' }],
  },
  references: [],
  confidence: { value: 'low', reasons: ['Derived.'], origin: 'derived' },
  tags: [{ name: 'rclone', kind: 'behaviour', origin: 'derived', from: 'title' }],
}
const NOTHING = {
  ...{ ruleId: 'x', hypothesis: null, dataSources: [], falsePositives: [] },
  writtenFor: null,
  ...{ confidence: null, tags: [] },
}

it('changes nothing where nothing was written', () => {
  expect(addCurated(DERIVED, NOTHING)).toEqual(DERIVED)
})

it('puts what was written over what was derived, and says so', () => {
  const made = addCurated(DERIVED, {
    ...NOTHING,
    hypothesis: 'Written.',
    falsePositives: ['Written.'],
    confidence: { value: 'high', reasons: ['Written.'] },
    tags: [{ name: 'Rclone', kind: 'tool' }],
  })
  const written = { text: 'Written.', origin: 'curated' }
  expect(made.hypothesis).toEqual(written)
  expect(made.falsePositives).toEqual({ ...DERIVED.falsePositives, guidance: [written] })
  expect(made.confidence).toEqual({ value: 'high', reasons: ['Written.'], origin: 'curated' })
  expect(made.tags).toEqual([{ name: 'Rclone', kind: 'tool', origin: 'curated', from: 'curated' }])
})

it('puts a note on the row of its table, else on the first', () => {
  const made = addCurated(DERIVED, {
    ...NOTHING,
    dataSources: [
      { table: 'Event', text: 'Event.' },
      { table: 'Syslog', text: 'Elsewhere.' },
      { table: null, text: 'All.' },
    ],
  })
  expect(made.dataSources.map(({ notes }) => notes.map(({ text }) => text))).toEqual([
    ['Elsewhere.', 'All.', 'Derived.'],
    ['Event.', 'Derived.'],
  ])
})
