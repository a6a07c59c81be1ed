import { describe, expect, it } from 'vitest'
import { deriveConfidence } from './confidence'

const compiled = { state: 'compiled' } as const
const lossy = { state: 'with-loss' } as const
const refused = { state: 'refused' } as const

describe('deriveConfidence', () => {
  it('is high for a stable rule with an exact query', () => {
    const { value, reasons } = deriveConfidence({ status: 'stable', targets: [compiled, refused] })
    expect(value).toBe('high')
    expect(reasons).toContain('Its query parses and binds on 1 of 2 targets.')
  })

  it('goes no further than the status', () => {
    expect(deriveConfidence({ status: 'test', targets: [compiled] }).value).toBe('medium')
    expect(deriveConfidence({ status: 'experimental', targets: [compiled] }).value).toBe('low')
    expect(deriveConfidence({ status: 'deprecated', targets: [compiled] }).value).toBe('low')
    expect(deriveConfidence({ status: null, targets: [compiled] }).value).toBe('low')
  })

  it('goes no further than the queries', () => {
    expect(deriveConfidence({ status: 'stable', targets: [refused, refused] }).value).toBe('low')
    expect(deriveConfidence({ status: 'stable', targets: [] }).value).toBe('low')
    expect(deriveConfidence({ status: 'stable', targets: [lossy, refused] }).value).toBe('medium')
    expect(deriveConfidence({ status: 'stable', targets: [lossy, compiled] }).value).toBe('high')
  })

  it('names the deciding reason first, and each loss', () => {
    const { reasons } = deriveConfidence({ status: 'stable', targets: [lossy, lossy] })
    expect(reasons[0]).toBe('Its query parses and binds on 2 of 2 targets.')
    expect(reasons).toContain('2 queries differ from the rule in a way that is named.')
    expect(deriveConfidence({ status: 'stable', targets: [refused] }).reasons[0]).toMatch(
      /^No target/,
    )
  })

  it('quotes a status that Sigma does not have', () => {
    const { value, reasons } = deriveConfidence({ status: 'constructor', targets: [compiled] })
    expect(value).toBe('low')
    expect(reasons.join(' ')).toContain('"constructor"')
  })
})
