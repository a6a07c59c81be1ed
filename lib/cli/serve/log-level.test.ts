import { expect, it } from 'vitest'
import { readLogLevel } from './log-level'

const environment = (level?: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  ...(level === undefined ? {} : { LOG_LEVEL: level }),
})

it('is quiet for a person and whole for a program', () => {
  expect(readLogLevel(environment(), true)).toBe('warn')
  expect(readLogLevel(environment(''), false)).toBe('info')
})

it('takes what it is told, and only what there is', () => {
  expect(readLogLevel(environment('debug'), true)).toBe('debug')
  expect(() => readLogLevel(environment('loud'), true)).toThrow(/"loud"; expected one of trace/)
})
