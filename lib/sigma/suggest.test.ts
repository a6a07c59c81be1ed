import { expect, test } from 'vitest'
import { didYouMean } from './suggest'

const KNOWN = ['contains', 'startswith', 'endswith', 're', 'cidr']

test.each([
  ['contain', ' Did you mean "contains"?'],
  ['Contains', ' Did you mean "contains"?'],
  ['strartswith', ' Did you mean "startswith"?'],
  ['endwsith', ' Did you mean "endswith"?'],
  ['cidrs', ' Did you mean "cidr"?'],
  ['banana', ''],
  ['', ''],
])('%j: %j', (word, expected) => {
  expect(didYouMean(word, KNOWN)).toBe(expected)
})
