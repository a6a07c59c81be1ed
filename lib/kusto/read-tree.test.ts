import { expect, it } from 'vitest'
import { getPart, getParts } from './kusto-node'
import { parseQuery } from './parse-query'

it('gives named parts, lists without separators, and decoded strings', () => {
  const { root, diagnostics } = parseQuery('Event | where Source in~ ("a\\\\b", @"c\\d") // x')
  expect(diagnostics).toEqual([])
  const statement = root ? getParts(root, 'Statements')[0] : undefined
  const pipe = statement && getPart(statement, 'Expression')
  const condition = pipe && getPart(getPart(pipe, 'Operator'), 'Condition')
  expect(condition?.kind).toBe('InCsExpression')
  expect(condition && getPart(condition, 'Operator').text).toBe('in~')
  const values = condition ? getParts(getPart(condition, 'Right'), 'Expressions') : []
  expect(values.map((value) => getPart(value, 'Token').value)).toEqual(['a\\b', 'c\\d'])
})
