import { expect, it } from 'vitest'
import { ruleFileName } from './rule-file-name'

it('keeps the name of a usual file', () => {
  expect(ruleFileName('rules/windows/proc_creation_win_a-b.yml', '.yml')).toBe(
    'proc_creation_win_a-b.yml',
  )
  expect(ruleFileName('a.yaml', '.asim.kql')).toBe('a.asim.kql')
})

it('leaves nothing that could be more than a name', () => {
  expect(ruleFileName('rules/<b>"x"\r\nSet-Cookie: a=1;.yml', '.yml')).toMatch(/^[\w.-]+$/)
  expect(ruleFileName('..\\..\\.bashrc', '.yml')).toBe('bashrc.yml')
  expect(ruleFileName('/Übung/–.yml', '.yml')).toBe('rule.yml')
  expect(ruleFileName(`${'a'.repeat(4000)}.yml`, '.yml')).toHaveLength(124)
})
