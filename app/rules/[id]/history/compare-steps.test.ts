import { describe, expect, it } from 'vitest'
import { compareSteps } from './compare-steps'
import { diffLines } from './line-diff'

const text = (lines: number, mark = '') =>
  Array.from({ length: lines }, (_, n) => `line ${n}${mark}\n`).join('')

describe('diffLines', () => {
  it('shows what changed with three lines around it', () => {
    const before = text(20)
    const after = before.replace('line 10\n', 'line ten\n')
    const diff = diffLines(before, after)
    expect(diff?.kind === 'lines' && diff.lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['gap', 'line 8'],
      ...[7, 8, 9].map((n) => ['same', `line ${n}`]),
      ['removed', 'line 10'],
      ['added', 'line ten'],
      ...[11, 12, 13].map((n) => ['same', `line ${n}`]),
    ])
    expect(diffLines(before, before)).toBeNull()
  })

  it('tells of a query that is new, and of an end without a line break', () => {
    expect(diffLines('', 'T')).toEqual({
      kind: 'lines',
      lines: [{ kind: 'added', text: 'T' }],
      hidden: 0,
    })
  })

  it('is bounded, whatever the texts are', () => {
    const diff = diffLines(text(600), text(600, ' and more'))
    expect(diff).toMatchObject({ kind: 'lines', hidden: 800 })
    const started = Date.now()
    expect(diffLines(text(50_000), text(50_000, '!'))).toEqual({ kind: 'too-different' })
    expect(Date.now() - started).toBeLessThan(5_000)
  })
})

describe('compareSteps', () => {
  const revision = (version: number, sigma: string, kql: string | null) => ({
    version,
    sigma,
    queries: [{ target: 'asim', kql }],
  })

  it('compares each revision with the one before, and the oldest with nothing', () => {
    const revisions = [
      revision(7, 'b\n', 'T\n'),
      revision(4, 'b\n', null),
      revision(1, 'a\n', null),
    ]
    const titles = (wanted: (version: number) => boolean) =>
      [...compareSteps(revisions, wanted)].map(([version, diffs]) => [
        version,
        diffs.map(({ title }) => title),
      ])
    expect(titles(() => true)).toEqual([
      [7, ['KQL for ASIM']],
      [4, ['Sigma']],
    ])
    expect(titles((version) => version === 4)).toEqual([[4, ['Sigma']]])
  })

  it('leaves steps out for which a page has no room', () => {
    const revisions = Array.from({ length: 20 }, (_, n) =>
      revision(20 - n, text(300, ` of ${20 - n}`), null),
    )
    const shown = [...compareSteps(revisions, () => true).keys()]
    expect(shown[0]).toBe(20)
    expect(shown.length).toBeLessThan(10)
    expect([...compareSteps(revisions, (version) => version === 3).keys()]).toEqual([3])
  })
})
