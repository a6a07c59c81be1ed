import { describe, expect, it } from 'vitest'
import { evaluateQuery } from './evaluate-query'
import { EvaluationError } from './evaluation-error'

describe('let statements', () => {
  it('scalars, tables and functions with defaults', () => {
    const rows = evaluateQuery(
      `let port = 25;
       let f = (text: string, suffix: string = "!") { let twice = strcat(text, text); strcat(twice, suffix) };
       let T = (least: int) { Net | where Port >= least };
       T(port) | extend Named = f(Name), Other = f(Name, suffix="?")`,
      {
        tables: {
          Net: {
            columns: { Name: 'string', Port: 'int' },
            rows: [{ Name: 'a', Port: 25 }, { Name: 'b', Port: 24 }, { Name: 'c' }],
          },
        },
      },
    )
    expect(rows).toEqual([{ Name: 'a', Port: 25, Named: 'aa!', Other: 'aa?' }])
  })
})

describe('parsers', () => {
  const parsers = {
    _Im_NetworkSession: {
      columns: { TimeGenerated: 'datetime', DstPortNumber: 'int' },
      rows: [
        { TimeGenerated: '2020-01-01T00:00:00Z', DstPortNumber: 25 },
        { TimeGenerated: '2020-01-09T00:00:00Z', DstPortNumber: 25 },
        { TimeGenerated: '2020-01-09T00:00:00Z', DstPortNumber: 443 },
      ],
    },
  }
  const count = (query: string): number =>
    evaluateQuery(query, { parsers, now: new Date('2020-01-09T12:00:00Z') }).length

  it('filter by the parameters that mean the same everywhere', () => {
    expect(count('_Im_NetworkSession')).toBe(3)
    expect(count('_Im_NetworkSession()')).toBe(3)
    expect(count('_Im_NetworkSession(starttime=ago(1d))')).toBe(2)
    expect(count('_Im_NetworkSession(starttime=ago(1d), dstportnumber=25)')).toBe(1)
    expect(count('_Im_NetworkSession(endtime=ago(1d))')).toBe(1)
  })

  it('refuse the others', () => {
    expect(() => count('_Im_NetworkSession(dvcaction=dynamic(["Deny"]))')).toThrow(EvaluationError)
  })
})

describe('a database', () => {
  it('refuses rows that do not fit', () => {
    const of = (row: Record<string, string | number>) => () =>
      evaluateQuery('T', { tables: { T: { columns: { a: 'int' }, rows: [row] } } })
    expect(of({ a: 'x' })).toThrow(EvaluationError)
    expect(of({ b: 1 })).toThrow(EvaluationError)
    expect(of({ a: 1 })).not.toThrow()
  })
})
