import { expect, it } from 'vitest'
import { guideFalsePositives } from './false-positives'

it('speaks up only where the author did not', () => {
  expect(guideFalsePositives([])).toMatch(/lists no false positives/)
  expect(guideFalsePositives(['Unknown', ' unlikely. '])).toMatch(/knew of no benign cause/)
  expect(guideFalsePositives(['Unknown', 'Backup software'])).toBeNull()
})
