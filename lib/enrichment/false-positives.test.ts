import { expect, it } from 'vitest'
import { guideFalsePositives } from './false-positives'

it('speaks up only where the author did not', () => {
  expect(guideFalsePositives([], true)).toMatch(/lists no false positives.*run the query/)
  expect(guideFalsePositives(['Unknown', ' unlikely. '], true)).toMatch(
    /benign cause. Run the query/,
  )
  expect(guideFalsePositives(['Unknown', 'Backup software'], true)).toBeNull()
})

it('does not send a reader to a query that there is not', () => {
  expect(guideFalsePositives([], false)).not.toMatch(/run the query/i)
  expect(guideFalsePositives(['Unknown'], false)).not.toMatch(/run the query/i)
})
