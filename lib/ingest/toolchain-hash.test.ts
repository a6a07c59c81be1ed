import { expect, it } from 'vitest'
import { toolchainHash } from './toolchain-hash'

it('is one hash a process, and quick', () => {
  const before = performance.now()
  const hash = toolchainHash()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  // Measured 20 ms; the margin is for a busy machine.
  expect(performance.now() - before).toBeLessThan(1000)
  expect(toolchainHash()).toBe(hash)
})
