import { describe, expect, it } from 'vitest'
import { describeDatabaseError, findDatabaseReason } from './database-error'
import { originalUrl } from './original-url'
import { readDiagnostics } from './read-diagnostics'
import { byTarget, targetState } from './target-state'

describe('originalUrl', () => {
  it('escapes every part of a path', () => {
    expect(originalUrl('https://x.test/blob/', 'a b/#?<".yml')).toBe(
      'https://x.test/blob/a%20b/%23%3F%3C%22.yml',
    )
  })

  it('is null off the web', () => {
    expect(originalUrl(null, 'a.yml')).toBeNull()
    expect(originalUrl('javascript:alert(1)//', 'a.yml')).toBeNull()
  })
})

describe('readDiagnostics', () => {
  it('keeps diagnostics and drops what is none', () => {
    expect(
      readDiagnostics([
        { code: 'A', severity: 'warning', message: 'm', effect: 'widens', location: { line: 1 } },
        { code: 'B', message: 'm', effect: 'explodes' },
        { code: 1, message: 'm' },
        null,
        'x',
      ]),
    ).toEqual([
      { code: 'A', severity: 'warning', message: 'm', effect: 'widens' },
      { code: 'B', severity: 'error', message: 'm', effect: null },
    ])
    expect(readDiagnostics({})).toEqual([])
  })
})

describe('targetState', () => {
  it('tells an exact query from one with a loss', () => {
    const loss = { code: 'A', severity: 'warning', message: '', effect: 'narrows' } as const
    expect(targetState('compiled', [])).toBe('compiled')
    expect(targetState('compiled', [{ ...loss, effect: null }])).toBe('compiled')
    expect(targetState('compiled', [loss])).toBe('with-loss')
    expect(targetState('refused', [loss])).toBe('refused')
  })

  it('has an order of targets, unknown ones last', () => {
    const names = ['zzz', 'azure-monitor', 'asim', 'defender-xdr'].map((target) => ({ target }))
    expect(names.sort(byTarget).map(({ target }) => target)).toEqual([
      'defender-xdr',
      'asim',
      'azure-monitor',
      'zzz',
    ])
  })
})

describe('describeDatabaseError', () => {
  it('finds the cause however deep, and never repeats an address', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), {
      code: 'ECONNREFUSED',
    })
    const wrapped = Object.assign(new Error('query failed'), {
      meta: { driverAdapterError: { cause } },
    })
    expect(describeDatabaseError(wrapped)).toBe('The database does not accept connections.')
    expect(describeDatabaseError(new Error('secret'))).toBe('The database could not be read.')
    expect(findDatabaseReason(wrapped)).toBe('The database does not accept connections.')
    expect(findDatabaseReason(new TypeError('x is not a function'))).toBeNull()
    expect(describeDatabaseError('odd')).toBe('The database could not be read.')
  })
})
