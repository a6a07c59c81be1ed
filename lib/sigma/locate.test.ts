import { expect, test } from 'vitest'
import { locate } from './locate'

const TEXT = `title: A
detection:
    selection:
        - Image|endswith: '\\a.exe'
        - "Command Line":
            - one
            - 'two'
    base: &base {a: 1}
    again: *base
    condition: selection
`

test.each([
  [['title'], 1, 1],
  [['detection', 'selection'], 3, 5],
  [['detection', 'selection', 0], 4, 11],
  [['detection', 'selection', 0, 'Image|endswith'], 4, 11],
  [['detection', 'selection', 1, 'Command Line'], 5, 11],
  [['detection', 'selection', 1, 'Command Line', 0], 6, 15],
  [['detection', 'selection', 1, 'Command Line', 1], 7, 15],
  [['detection', 'base', 'a'], 8, 18],
  [['detection', 'again', 'a'], 9, 5],
  [['detection', 'nowhere', 3], 2, 1],
  [[], 1, 1],
])('%j is at %i:%i', (path, line, column) => {
  expect(locate(TEXT, path)).toEqual({ line, column })
})

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['a document start', (text: string) => text.replace('title: A\n', '--- # A\n')],
])('the same with %s', (_, change) => {
  expect(locate(change(TEXT), ['detection', 'condition'])).toEqual({ line: 10, column: 5 })
})

test('broken YAML has its first place only', () => {
  expect(locate('a: [', ['a'])).toEqual({ line: 1, column: 1 })
})
