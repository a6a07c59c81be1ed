import { describe, expect, it } from 'vitest'
import type { SigmaString, StringPart } from '@/lib/sigma/ast'
import { hive, registryPathForms } from './registry-path'

const HIVES = [hive('HKLM\\', 'HKEY_LOCAL_MACHINE\\'), hive('HKU\\', 'HKEY_USERS\\')]

/** `*` and `?` are wildcards here; a backslash is a backslash. */
function pattern(text: string): SigmaString {
  const parts = text.split(/([*?])/).filter((part) => part !== '')
  return {
    parts: parts.map((part): StringPart => {
      if (part === '*') return { kind: 'any' }
      return part === '?' ? { kind: 'one' } : { kind: 'text', text: part }
    }),
  }
}

function formsOf(text: string): readonly string[] {
  const forms = registryPathForms({ kind: 'string', value: pattern(text), cased: false }, HIVES)
  return forms.map((form) => {
    if (form.kind !== 'string') return form.kind
    const marks = { any: '*', one: '?' }
    return form.value.parts
      .map((part) => (part.kind === 'text' ? part.text : marks[part.kind]))
      .join('')
  })
}

describe('a path as Sysmon writes it, in the forms of other tables', () => {
  it.each([
    ['HKLM\\Software\\*', ['HKEY_LOCAL_MACHINE\\Software\\*']],
    ['hklm\\a', ['HKEY_LOCAL_MACHINE\\a']],
    ['HK*', ['HKEY_LOCAL_MACHINE\\*', 'HKEY_USERS\\*']],
    ['\\REGISTRY\\A\\*', ['\\REGISTRY\\A\\*']],
    ['*\\Software\\*', ['*\\Software\\*']],
    ['*\\Run', ['*\\Run']],
    ['*HKLM\\Software*', ['*HKLM\\Software*', 'HKEY_LOCAL_MACHINE\\Software*']],
    ['*LM\\a', ['*LM\\a', 'HKEY_LOCAL_MACHINE\\a']],
    ['*HKEY_LOCAL_MACHINE\\a*', ['*HKEY_LOCAL_MACHINE\\a*']],
    ['*user*', ['*\\*user*']],
    ['*S\\a*', ['*\\*S\\a*']],
    ['*\\S-1-5-21-*', ['*\\S-1-5-21-*']],
    ['*\\CurrentControlSet\\a*', ['*\\CurrentControlSet\\a*', '*\\ControlSet00?\\a*']],
    ['*ControlSet\\a*', ['*ControlSet\\a*', '*ControlSet00?\\a*']],
    ['*\\ControlSet\\a*', ['*\\ControlSet\\a*']],
    [
      'HKLM\\System\\CurrentControlSet\\a',
      [
        'HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\a',
        'HKEY_LOCAL_MACHINE\\System\\ControlSet00?\\a',
      ],
    ],
  ])('%s', (text, forms) => {
    expect(formsOf(text)).toEqual(forms)
  })
})
