import { describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { describeDetection } from './describe-detection'
import type { Detail } from './detail'
import { sayClause } from './say-clause'

const FULL: Detail = { values: 4, alternatives: 4, conjuncts: 6, width: 120 }

/** What a detection, as YAML below `detection:`, says; the exclusions behind " | ". */
function say(detection: string, detail = FULL): string {
  const lines = detection.trimEnd().split('\n')
  const text = ['title: t', 'logsource: {category: x}', 'detection:', ...lines].join('\n')
  const parsed = parseRule(text)
  if (!parsed.ok || parsed.document.kind !== 'rule') throw new Error(JSON.stringify(parsed))
  const resolved = resolve(parsed.document)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.diagnostics))
  const words = describeDetection(resolved.predicate, parsed.document.detection)
  const required = words.required === null ? 'anything' : sayClause(words.required, detail)
  return [required, ...words.excluded.map((each) => sayClause(each, detail))].join(' | ')
}

/** One search identifier `s`, on one line. */
const search = (map: string, detail = FULL) => say(` s: ${map}\n condition: s`, detail)

describe('one field', () => {
  it.each([
    ['{Image|endswith: \\a.exe}', 'the process is a.exe'],
    ['{Image|endswith: a.exe}', 'the path of the process ends with “a.exe”'],
    ["{Image: 'C:\\a.exe'}", 'the path of the process is “C:\\a.exe”'],
    ['{Image|endswith: /sh}', 'the process is “sh”'],
    ['{CommandLine|contains: x}', 'the command line contains “x”'],
    ["{CommandLine: 'x*'}", 'the command line starts with “x”'],
    ["{CommandLine: '*x?y*'}", 'the command line is like “*x?y*”'],
    ['{CommandLine|contains|cased: x}', 'the command line contains “x” (in this case)'],
    ["{CommandLine|re: 'a+'}", 'the command line matches the regular expression “a+”'],
    ['{User: null}', 'the user is empty or missing'],
    ["{User: ''}", 'the user is empty'],
    ["{User: ['', null]}", 'the user is empty or missing'],
    ["{User: '*'}", 'the user is present'],
    ['{User|exists: false}', 'the user is not present'],
    ['{DestinationIp|cidr: 10.0.0.0/8}', 'the destination address is in the network 10.0.0.0/8'],
    ['{x|gte: 5}', 'the field x is at least 5'],
    ['{a|fieldref: b}', 'the field a is the same as the field b'],
    ['{User|expand: "%admins%"}', 'the user is among your own values for “%admins%”'],
    ['{t|hour: 3}', 'the field t has the hour 3'],
    ['{LogonType: 10}', 'the logon type is 10 (remote interactive)'],
    ["{Initiated: 'true'}", 'this machine opens the connection'],
    ['[abc]', 'the text of the event contains “abc”'],
  ])('%s: %s', (map, said) => {
    expect(search(map)).toBe(said)
  })
})

describe('several values', () => {
  it('are an or, with |all an and', () => {
    expect(search('{CommandLine|contains: [a, b, c]}')).toBe(
      'the command line contains “a”, “b” or “c”',
    )
    expect(search('{CommandLine|contains|all: [a, b]}')).toBe(
      'the command line contains both “a” and “b”',
    )
    expect(search('{CommandLine|contains|all: [a, b, c]}')).toBe(
      'the command line contains all of “a”, “b” and “c”',
    )
  })

  it('are counted where there are many', () => {
    const list = '[alpha1, beta12, gamma1, delta1, epsilon, zeta12]'
    expect(search(`{CommandLine|contains: ${list}}`)).toBe(
      'the command line contains one of 6 texts (such as “alpha1”, “beta12” and “gamma1”)',
    )
    expect(search(`{CommandLine|contains|all: ${list}}`)).toBe(
      'the command line contains all of 6 texts (such as “alpha1”, “beta12” and “gamma1”)',
    )
    expect(search('{DestinationPort: [22, 80, 443, 445, 3389]}')).toBe(
      'the destination port is 22, 80, 443, 445 or 3389',
    )
  })

  it('are programs or files where their names are asked for', () => {
    const names = '[\\alpha1.exe, \\beta12.exe, \\gamma1.exe, \\delta1.exe, \\e.exe]'
    expect(search(`{Image|endswith: ${names}}`)).toBe(
      'the process is one of 5 programs (such as alpha1.exe, beta12.exe and gamma1.exe)',
    )
    expect(search(`{TargetFilename|endswith: ${names}}`)).toMatch(/^the file is one of 5 files \(/)
  })

  it('are shown by short and telling ones, or by one further', () => {
    const long = 'C:\\Program Files\\Some Maker\\Some Product\\bin\\some-program.exe'
    expect(search(`{CommandLine|contains: ['/a', '${long}', rclone, copyto, '/b', '/c']}`)).toBe(
      'the command line contains one of 6 texts (such as “rclone” and “copyto”)',
    )
    const two = `{CommandLine|contains: ['${long}', rclone]}`
    expect(search(two, { ...FULL, values: 1 })).toBe(
      'the command line contains “rclone” or one further text',
    )
    expect(search(two.replace('contains', 'contains|all'), { ...FULL, values: 1 })).toBe(
      'the command line contains both “rclone” and one further text',
    )
  })

  it('of dashes and of Base64 are the one that was written', () => {
    expect(search("{CommandLine|windash|contains: ' -enc '}")).toBe(
      'the command line contains “ -enc ” (with any dash or slash)',
    )
    expect(search('{CommandLine|base64offset|contains: [http, ftp]}')).toBe(
      'the command line contains “http” or “ftp” (in Base64)',
    )
    expect(search('{CommandLine|wide|base64offset|contains: http}')).toBe(
      'the command line contains “http” (as UTF-16, in Base64)',
    )
    expect(search("{CommandLine|windash|contains|all: [' -a', ' -b']}")).toBe(
      'the command line contains both “ -a” and “ -b” (with any dash or slash)',
    )
  })
})

describe('and, or, not', () => {
  const fields = ' a: {A: 1}\n b: {B: 2}\n c: {C: 3}\n d: {D: 4}\n'
  it.each([
    ['a and b', 'the field A is 1 and the field B is 2'],
    ['a or b', 'either the field A is 1 or the field B is 2'],
    ['a and (b or c)', 'the field A is 1, and either the field B is 2 or the field C is 3'],
    ['a or b and c', 'either the field A is 1, or (the field B is 2 and the field C is 3)'],
    ['a and not b', 'the field A is 1 | the field B is 2'],
    ['a and not (b or c)', 'the field A is 1 | the field B is 2 | the field C is 3'],
    ['a and not (b and c)', 'the field A is 1 | the field B is 2 and the field C is 3'],
    ['a and not b and not c', 'the field A is 1 | the field B is 2 | the field C is 3'],
    ['not a', 'anything | the field A is 1'],
    ['not (a or b)', 'anything | the field A is 1 | the field B is 2'],
    ['not (not a)', 'anything | the field A is not 1'],
    ['a and (b or not c)', 'the field A is 1, and either the field B is 2 or the field C is not 3'],
    [
      'a or not (b or c)',
      'either the field A is 1, or (the field B is not 2 and the field C is not 3)',
    ],
    [
      'a or not (b and c)',
      'at least one of these holds: the field A is 1; the field B is not 2; or the field C is not 3',
    ],
    [
      '(a and b) or (c and d)',
      'either (the field A is 1 and the field B is 2) or (the field C is 3 and the field D is 4)',
    ],
    [
      'a and (b or c or d)',
      'the field A is 1, and at least one of these holds (the field B is 2; the field C is 3; or the field D is 4)',
    ],
    [
      '1 of them',
      'at least one of these holds: the field A is 1; the field B is 2; the field C is 3; or the field D is 4',
    ],
    ['all of them', 'the field A is 1, the field B is 2, the field C is 3 and the field D is 4'],
  ])('%s', (condition, said) => {
    expect(say(`${fields} condition: ${condition}`)).toBe(said)
  })

  it('negates lists as a whole', () => {
    const some = (modifiers: string, list: string) =>
      say(` a: {A: 1}\n b: {B${modifiers}: ${list}}\n condition: a or not b`)
    expect(some('', '[x, y]')).toBe(
      'either the field A is 1, or the field B is neither “x” nor “y”',
    )
    expect(some('', '[x, y, z]')).toMatch(/the field B is none of “x”, “y” and “z”$/)
    expect(some('|contains|all', '[x, y]')).toMatch(/does not contain both “x” and “y”$/)
    expect(some('|contains|all', '[x, y, z]')).toMatch(/does not contain all of “x”, “y” and “z”$/)
    expect(some('', '[1001, 2001, 3001, 4001, 5001, 6001, 7001]')).toMatch(
      /is none of 7 values \(such as 1001, 2001 and 3001\)$/,
    )
  })

  it('joins values of one field over selections with the right word', () => {
    const two = ' a: {F|contains: x}\n b: {F|contains: y}\n'
    expect(say(`${two} condition: a or b`)).toBe('the field F contains “x” or “y”')
    expect(say(`${two} condition: a and b`)).toBe('the field F contains both “x” and “y”')
    expect(say(` c: {C: 1}\n${two} condition: c or (not a and not b)`)).toMatch(
      /contains neither “x” nor “y”\)?$/,
    )
  })

  it('never mixes an all with an any', () => {
    const lists = ' a: {F|contains: [x, y]}\n b: {F|contains|all: [z, w]}\n'
    expect(say(`${lists} condition: a and b`)).toBe(
      'the field F contains “x” or “y”, and contains both “z” and “w”',
    )
    expect(say(`${lists} condition: a or b`)).toBe(
      'the field F contains “x” or “y”, or contains both “z” and “w”',
    )
    const twice = ' a: {F|contains: [x, y]}\n b: {F|contains: [x, y]}\n'
    expect(say(`${twice} condition: a and b`)).not.toContain('both “x” and “y”')
  })

  it('says a program known by both its names once', () => {
    const both = '[{Image|endswith: \\Rclone.exe}, {OriginalFileName: rclone.exe}]'
    expect(search(both)).toBe('the process is Rclone.exe (by path or original file name)')
    const differ = '[{Image|endswith: \\a.exe}, {OriginalFileName: b.exe}]'
    expect(search(differ)).toBe('either the process is a.exe or the original file name is b.exe')
  })

  it('counts what it does not say', () => {
    const many = Array.from({ length: 9 }, (_, i) => ` s${i}: {F${i}: ${i}}`).join('\n')
    expect(say(`${many}\n condition: 1 of s*`)).toMatch(
      /^at least one of 9 alternatives holds, such as: /,
    )
    expect(say(`${many}\n condition: all of s*`)).toMatch(/ and 3 further conditions hold$/)
  })
})

describe('text of strangers', () => {
  it('is quoted and visible', () => {
    expect(search('{CommandLine|contains: "a\\u202Eb\\u0000c”d"}')).toBe(
      'the command line contains “a\\u{202e}b\\u{0}c\\u{201d}d”',
    )
    expect(search('{CommandLine|contains: "a   b"}')).toContain('“a␣␣␣b”')
    expect(search('{CommandLine|contains: "a…b"}')).toContain('“a\\u{2026}b”')
    expect(search('{"evil” is harmless": 1}')).toBe('the field “evil\\u{201d} is harmless” is 1')
    expect(search('{constructor: 1, __proto__: 2}')).toContain('the field constructor is 1')
  })

  it('is described where it is too long to be shown, never cut', () => {
    expect(search(`{CommandLine|contains: ${'x'.repeat(1204)}}`)).toBe(
      'the command line contains a text of 1,204 characters',
    )
    expect(search(`{CommandLine|re: '${'a+ '.repeat(71)}a'}`)).toBe(
      'the command line matches a regular expression of 214 characters',
    )
    const path = `C:\\Users\\${'x'.repeat(200)}\\Teams\\current\\Teams.exe`
    expect(search(`{Image: '${path}'}`)).toBe(
      `the path of the process is a value of ${path.length} characters (it ends in “\\Teams\\current\\Teams.exe”)`,
    )
    expect(search(`{Image|startswith: '${path}'}`)).toMatch(/\(it begins with “C:\\Users\\”\)$/)
    expect(search(`{CommandLine|contains: ['${path}', b]}`)).toMatch(
      /contains “b” or a text of \d+ characters \(it ends in “[^“”]+”\)$/,
    )
    expect(search(`{A: ['${'x'.repeat(130)}', '${'y'.repeat(150)}']}`)).toBe(
      'the field A is one of 2 values of 130 to 150 characters',
    )
  })
})
