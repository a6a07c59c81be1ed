import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createOneLog } from './one-log'

function start(level = 'info') {
  const lines: string[] = []
  const open = createOneLog(level, (line) => lines.push(line))
  return {
    out: open('stdout'),
    err: open('stderr'),
    lines,
    read: () => lines.map((each) => JSON.parse(each)),
  }
}

it('leaves our own lines as they are and in their order', () => {
  const { out, lines, read } = start()
  const ours = '{"level":30,"time":"2026-01-01T00:00:00.000Z","msg":"Answered"}'
  out.take('Something else')
  out.take(ours)
  expect(lines[1]).toBe(ours)
  expect(read()[0]).toMatchObject({ level: 30, msg: 'Something else', time: expect.any(String) })
})

it('makes one error of a stack', async () => {
  const { err, read } = start('warn')
  const stack = [' ⨯ Error: boom', '    at f (a.js:1:2) {', "  digest: '7'", '}']
  for (const line of stack) err.take(line)
  await sleep(60)
  expect(read()).toEqual([
    {
      level: 50,
      time: expect.any(String),
      msg: "⨯ Error: boom\n    at f (a.js:1:2) {\n  digest: '7'\n}",
    },
  ])
})

it('knows a warning, an object over several lines, and what a level leaves out', () => {
  const { out, err, read } = start('warn')
  err.take('⚠ Something is odd')
  err.end()
  err.take('(node:42) DeprecationWarning: old')
  err.end()
  for (const line of ['{', "  code: 'X'", '}']) err.take(line)
  err.end()
  out.take('Compiled')
  out.take('')
  out.end()
  expect(read().map(({ level, msg }) => [level, msg])).toEqual([
    [40, '⚠ Something is odd'],
    [40, '(node:42) DeprecationWarning: old'],
    [50, "{\n  code: 'X'\n}"],
  ])
})
