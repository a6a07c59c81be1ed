import { describe, expect, it } from 'vitest'
import { likeLiteral, searchWords } from './search-words'

describe('searchWords', () => {
  it('separates at blanks, keeps phrases, lower-cases', () => {
    expect(searchWords('  SMTP  "Outbound  mail" smtp ')).toEqual(['smtp', 'outbound  mail'])
  })

  it('makes something of broken quotes', () => {
    expect(searchWords('"open end')).toEqual(['open', 'end'])
    expect(searchWords('""')).toEqual([])
    expect(searchWords('a"b c"d')).toEqual(['a', 'b c', 'd'])
  })
})

describe('likeLiteral', () => {
  it('takes the meaning from LIKE characters', () => {
    expect(likeLiteral('100%_\\x')).toBe('100\\%\\_\\\\x')
  })
})
