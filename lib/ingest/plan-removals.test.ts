import { expect, it } from 'vitest'
import { planRemovals } from './plan-removals'

const revision = (sigmaId: string, path: string) => ({
  ...{ id: 1, sigmaId, path, contentHash: '', toolchainHash: '', shownHash: '' },
})

it('removes what no file carries, and nothing that could not be read', () => {
  const revisions = [
    revision('gone', 'rules/gone.yml'),
    revision('moved', 'rules/old.yml'),
    revision('broken', 'rules/broken.yml'),
    revision('locked', 'rules/locked/a.yml'),
    revision('neighbour', 'rules/locked-not/a.yml'),
  ]
  const removed = planRemovals(revisions, {
    rejectedPaths: new Set(['rules/broken.yml']),
    unlisted: ['rules/locked'],
    presentIds: new Set(['moved']),
  })
  expect(removed.map(({ sigmaId }) => sigmaId)).toEqual(['gone', 'neighbour'])
})
