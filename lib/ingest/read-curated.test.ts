import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enrichmentInputsHash } from './enrichment-inputs'
import { readAllCurated, readCurated } from './read-curated'

const GOOD = '01234567-89ab-cdef-0123-456789abcdef'
const BAD = '11234567-89ab-cdef-0123-456789abcdef'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'curated-'))
  writeFileSync(
    join(folder, `${GOOD}.md`),
    `---\nid: ${GOOD}\n---\n\n## Hunt hypothesis\n\nIt is.\n`,
  )
  writeFileSync(join(folder, `${BAD}.md`), '## Hunt hypothesis\n')
  writeFileSync(join(folder, 'README.md'), 'The form.')
  writeFileSync(join(folder, 'notes.txt'), 'Left over.')
})
afterAll(() => rmSync(folder, { recursive: true }))

it('reads the file of a rule with a hash of its bytes', () => {
  const read = readCurated(GOOD, folder)
  expect(read?.curated.hypothesis).toBe('It is.')
  expect(read?.hash).toMatch(/^[0-9a-f]{64}$/)
})

it('gives nothing for a rule without a file, a file of no good form, or an id that is a path', () => {
  expect(readCurated('21234567-89ab-cdef-0123-456789abcdef', folder)).toBeNull()
  expect(readCurated(BAD, folder)).toBeNull()
  expect(readCurated(`../${GOOD}`, folder)).toBeNull()
})

it('lists every file but the README, whatever it is', () => {
  const all = readAllCurated(folder).map(({ name, result }) => [name, result.ok])
  expect(all).toEqual([
    [`${GOOD}.md`, true],
    [`${BAD}.md`, false],
    ['notes.txt', false],
  ])
})

it('makes an enrichment stale where the revision or the curated file changed, and only there', () => {
  const before = enrichmentInputsHash('shown', null)
  expect(enrichmentInputsHash('shown', null)).toBe(before)
  expect(enrichmentInputsHash('other', null)).not.toBe(before)
  expect(enrichmentInputsHash('shown', 'curated')).not.toBe(before)
})
