import { describe, expect, it } from 'vitest'
import { describeTable } from './describe-table'

describe('describeTable', () => {
  it('says which connector fills a table, and leaves solution packages out', () => {
    const note = describeTable('SecurityEvent')
    expect(note.kind).toBe('table')
    expect(note.filledBy).toContain('Windows Security Events via AMA')
    expect(note.filledBy).not.toContain('connectors listed')
  })

  it('knows that a parser reads other tables', () => {
    const note = describeTable('_Im_NetworkSession')
    expect(note.kind).toBe('parser')
    expect(note.filledBy).toContain('ASimNetworkSessionLogs')
  })

  it('admits what it does not know', () => {
    expect(describeTable('NoSuchTable_CL')).toEqual({ kind: 'table', filledBy: null })
    expect(describeTable('constructor')).toEqual({ kind: 'table', filledBy: null })
  })
})
