import { describe, expect, it } from 'vitest'
import { judgeSentences } from './judge-sentences'

describe('judgeSentences', () => {
  it.each([
    'A process starts.',
    'Is it signed? Look at the file!',
    'The status is “test”.',
    'It looks for “a "lonely mark and \\u{2026}”.',
    'It ends in a bracket (as here.)',
    'He said: "Stop."',
    'It is the file that the rule looks for.',
  ])('passes %j', (text) => {
    expect(judgeSentences(text)).toBeNull()
  })

  it.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['It starts. ', 'begins or ends with a blank'],
    ['A process starts', 'does not end as a sentence does'],
    ['A process starts,', 'does not end as a sentence does'],
    ['A process starts…', 'is cut off with an ellipsis'],
    ['A process starts...', 'is cut off with an ellipsis'],
    ['Look at these:', 'does not end as a sentence does'],
    ['The path is “C:\\Program Fi…”.', 'has a quotation that is cut'],
    ['The path is “…\\Teams.exe” or “b”.', 'has a quotation that is cut'],
    ['A process starts the.', 'ends in a word that no sentence ends in'],
    ['A process starts and', 'does not end as a sentence does'],
    ['It is “test.', 'has a quotation mark without its partner'],
    ['It is test”.', 'has a quotation mark without its partner'],
    ['It is "test.', 'has a quotation mark without its partner'],
  ])('says of %j that it %s', (text, verdict) => {
    expect(judgeSentences(text)).toBe(verdict)
  })
})
