import { describe, expect, it } from 'vitest'
import { evaluateQuery } from './evaluate-query'
import { EvaluationError } from './evaluation-error'

const run = (query: string) => evaluateQuery(query, {})

describe("the examples of Microsoft's mv-apply page", () => {
  const data = 'let _data = range x from 1 to 8 step 1 | summarize l=make_list(x) by xMod2 = x % 2;'

  it('the largest element', () => {
    expect(run(`${data} _data | mv-apply element=l to typeof(long) on (top 1 by element)`)).toEqual(
      [
        { xMod2: 1, l: [1, 3, 5, 7], element: 7 },
        { xMod2: 0, l: [2, 4, 6, 8], element: 8 },
      ],
    )
  })

  it('the sum of the two largest', () => {
    const query = '_data | mv-apply l to typeof(long) on (top 2 by l | summarize SumOfTop2=sum(l))'
    expect(run(`${data} ${query}`)).toEqual([
      { xMod2: 1, l: [1, 3, 5, 7], SumOfTop2: 12 },
      { xMod2: 0, l: [2, 4, 6, 8], SumOfTop2: 14 },
    ])
  })

  it('with_itemindex', () => {
    const query = `let _data = range x from 1 to 10 step 1 | summarize l=make_list(x) by xMod2 = x % 2;
      _data | mv-apply with_itemindex=index element=l to typeof(long) on (where index >= 3) | project index, element`
    expect(run(query)).toEqual([
      { index: 3, element: 7 },
      { index: 4, element: 9 },
      { index: 3, element: 8 },
      { index: 4, element: 10 },
    ])
  })
})

describe("the examples of Microsoft's mv-expand page", () => {
  const data = `datatable (a:int, b:dynamic, c:dynamic)[1,dynamic({"prop1":"a", "prop2":"b"}), dynamic([5])]`

  it('a bag', () => {
    expect(run(`${data} | project a, b | mv-expand b`)).toEqual([
      { a: 1, b: { prop1: 'a' } },
      { a: 1, b: { prop2: 'b' } },
    ])
  })

  it('two columns zipped', () => {
    expect(run(`${data} | mv-expand b, c`)).toEqual([
      { a: 1, b: { prop1: 'a' }, c: 5 },
      { a: 1, b: { prop2: 'b' }, c: null },
    ])
  })

  it('as arrays, and nothing of an empty array', () => {
    expect(run(`${data} | mv-expand bagexpansion=array b | project k=b[0], v=b[1]`)).toEqual([
      { k: 'prop1', v: 'a' },
      { k: 'prop2', v: 'b' },
    ])
    expect(run('print a=dynamic([]) | mv-expand a')).toEqual([])
  })
})

describe('joins', () => {
  const tables = `let X = datatable(Key:string, Value1:long)["a",1,"b",2,"b",3,"c",4];
    let Y = datatable(Key:string, Value2:long)["b",10,"c",20,"c",30,"d",40];`

  // Examples of Microsoft's join page.
  it.each([
    [
      'innerunique',
      [
        ['b', 2, 'b', 10],
        ['c', 4, 'c', 20],
        ['c', 4, 'c', 30],
      ],
    ],
    [
      'inner',
      [
        ['b', 2, 'b', 10],
        ['b', 3, 'b', 10],
        ['c', 4, 'c', 20],
        ['c', 4, 'c', 30],
      ],
    ],
    [
      'leftouter',
      [
        ['a', 1, '', null],
        ['b', 2, 'b', 10],
        ['b', 3, 'b', 10],
        ['c', 4, 'c', 20],
        ['c', 4, 'c', 30],
      ],
    ],
  ])('kind=%s', (kind, expected) => {
    const rows = run(`${tables} X | join kind=${kind} Y on Key`)
    expect(Object.keys(rows[0] ?? {})).toEqual(['Key', 'Value1', 'Key1', 'Value2'])
    expect(rows.map((row) => Object.values(row))).toEqual(expected)
  })

  it('leftanti and leftsemi', () => {
    expect(run(`${tables} X | join kind=leftanti Y on Key`)).toEqual([{ Key: 'a', Value1: 1 }])
    expect(run(`${tables} X | join kind=leftsemi Y on $left.Key == $right.Key | count`)).toEqual([
      { Count: 3 },
    ])
  })
})

describe('union', () => {
  const tables =
    'let A = datatable(a:string, n:int)["x", 1]; let B = datatable(b:string, n:int)["y", 2];'

  it('outer and inner', () => {
    expect(run(`${tables} union A, B`)).toEqual([
      { a: 'x', n: 1, b: '' },
      { a: '', n: 2, b: 'y' },
    ])
    expect(run(`${tables} union kind=inner A, (B | where n > 5)`)).toEqual([{ n: 1 }])
  })

  it('splits a name by type', () => {
    expect(run(`${tables} union (A | project n), (B | project n=b)`)).toEqual([
      { n_int: 1, n_string: '' },
      { n_int: null, n_string: 'y' },
    ])
  })

  it('isfuzzy skips what does not exist, otherwise an error', () => {
    expect(run(`${tables} union isfuzzy=true A, (Nope | where x == 1)`)).toEqual([{ a: 'x', n: 1 }])
    expect(() => run(`${tables} union A, Nope`)).toThrow(EvaluationError)
  })
})

describe('summarize, distinct and projections', () => {
  const data =
    'let T = datatable(k:string, n:int, t:datetime)["a", 1, datetime(2020-01-01), "a", 3, datetime(2020-01-03), "b", 2, datetime(2020-01-02)];'

  it('arg_max(…, *)', () => {
    expect(run(`${data} T | summarize arg_max(t, *) by k`)).toEqual([
      { k: 'a', t: '2020-01-03T00:00:00.0000000Z', n: 3 },
      { k: 'b', t: '2020-01-02T00:00:00.0000000Z', n: 2 },
    ])
  })

  it('default names, conditions, bins', () => {
    expect(
      run(
        `${data} T | summarize count(), dcount(k), make_set(k), countif(n > 1), sumif(n, n > 1) by bin(t, 2d)`,
      ),
    ).toEqual([
      {
        t: '2020-01-01T00:00:00.0000000Z',
        count_: 2,
        dcount_k: 2,
        set_k: ['a', 'b'],
        countif_: 1,
        sum_n: 2,
      },
      {
        t: '2020-01-03T00:00:00.0000000Z',
        count_: 1,
        dcount_k: 1,
        set_k: ['a'],
        countif_: 1,
        sum_n: 3,
      },
    ])
  })

  it('without groups, of nothing, one row', () => {
    expect(run(`${data} T | where n > 9 | summarize n=count()`)).toEqual([{ n: 0 }])
    expect(run(`${data} T | where n > 9 | summarize n=count() by k`)).toEqual([])
  })

  it('project-away, -rename, -reorder, distinct, order, top', () => {
    expect(run(`${data} T | project-away t, n* | distinct k`)).toEqual([{ k: 'a' }, { k: 'b' }])
    expect(
      run(
        `${data} T | project-rename key=k | project-reorder n, key | project-away t | top 1 by n`,
      ),
    ).toEqual([{ n: 3, key: 'a' }])
    expect(run(`${data} T | order by n asc | project n`).map((row) => row.n)).toEqual([1, 2, 3])
  })
})

describe('errors', () => {
  it.each([
    ['an unknown table', 'Nope'],
    ['an unknown column', 'print a=1 | where b == 1'],
    ['an unknown function', 'print a=nope(1)'],
    ['an unknown operator', 'print a=1 | evaluate bag_unpack(a)'],
    ['a syntax error', 'print a=1 | where (('],
    ['an unnamed computed column', 'print a=1 | project a + 1'],
  ])('%s', (_, query) => {
    expect(() => run(query)).toThrow(EvaluationError)
  })
})
