import { expect, it } from 'vitest'
import { evaluateQuery } from './evaluate-query'

// Examples and statements of Microsoft's null-values page.
it('compares null as the page shows', () => {
  const rows = evaluateQuery(
    `datatable(val:int)[5, int(null)]
     | extend IsBiggerThan3 = val > 3
     | extend IsBiggerThan3OrNull = val > 3 or isnull(val)
     | extend IsEqualToNull = val == int(null)
     | extend IsNotEqualToNull = val != int(null)`,
    {},
  )
  expect(rows).toEqual([
    {
      val: 5,
      IsBiggerThan3: true,
      IsBiggerThan3OrNull: true,
      IsEqualToNull: false,
      IsNotEqualToNull: true,
    },
    {
      val: null,
      IsBiggerThan3: null,
      IsBiggerThan3OrNull: true,
      IsEqualToNull: null,
      IsNotEqualToNull: null,
    },
  ])
})

it('drops rows whose condition is null', () => {
  const where = (condition: string) =>
    evaluateQuery(
      `datatable(ival:int, sval:string)[5, "a", int(null), "b"] | where ${condition} | project sval`,
      {},
    ).map((row) => row.sval)
  expect(where('ival != 5')).toEqual(['b'])
  expect(where('ival > 3')).toEqual(['a'])
  expect(where('not(ival > 3)')).toEqual([])
  expect(where('not(coalesce(ival > 3, false))')).toEqual(['b'])
  expect(where('ival in (5, 6)')).toEqual(['a'])
  expect(where('ival !in (5, 6)')).toEqual(['b'])
})

it('knows no null strings', () => {
  const [row] = evaluateQuery(
    `datatable(s:string, d:dynamic)["", dynamic({"a": ""})]
     | project n=isnull(s), e=isempty(s), c=coalesce(s, "x"), gone=isnull(d.b), there=isnull(d.a),
         text=tostring(d.b), same=(tostring(d.b) == ""), none=isempty(d.b)`,
    {},
  )
  expect(row).toEqual({
    n: false,
    e: true,
    c: 'x',
    gone: true,
    there: false,
    text: '',
    same: true,
    none: true,
  })
})

it('leaves nulls out of aggregates', () => {
  const rows = evaluateQuery(
    `datatable(k:string, v:int)["a", 1, "a", int(null), "b", int(null)]
     | summarize n=count(), d=dcount(v), s=make_set(v), m=max(v) by k`,
    {},
  )
  expect(rows).toEqual([
    { k: 'a', n: 2, d: 1, s: [1], m: 1 },
    { k: 'b', n: 1, d: 0, s: [], m: null },
  ])
})

it('counts null as false under and/or', () => {
  const [row] = evaluateQuery(
    'print a = bool(null) or true, b = bool(null) and true, c = not(bool(null))',
    {},
  )
  expect(row).toEqual({ a: true, b: false, c: null })
})
