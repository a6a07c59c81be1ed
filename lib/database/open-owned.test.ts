import { spawnSync } from 'node:child_process'
import {
  closeSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openOwned } from './open-owned'

let folder: string
let path: string
let victim: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rule-atlas-owned-'))
  path = join(folder, 'log')
  victim = join(folder, 'victim')
  writeFileSync(victim, 'theirs')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(text: string, longest: number): void {
  const file = openOwned(path, null, longest)
  writeSync(file, text)
  closeSync(file)
}

it('goes on with a short file, and begins a long one anew', () => {
  for (const text of ['one', 'two', 'three']) write(text, 5)
  expect(readFileSync(path, 'utf8')).toBe('three')
  write('four', 5)
  expect(readFileSync(path, 'utf8')).toBe('threefour')
})

it.each([
  ['a symbolic link', () => symlinkSync(victim, path), 'ELOOP'],
  ['a link that leads nowhere', () => symlinkSync(join(folder, 'new'), path), 'ELOOP'],
  ['a hard link', () => linkSync(victim, path), 'is a link'],
  ['a named pipe', () => spawnSync('mkfifo', [path]), 'ENXIO'],
])('refuses %s', (_, plant, reason) => {
  plant()
  expect(() => write('ours', 0)).toThrow(reason)
  expect(readFileSync(victim, 'utf8')).toBe('theirs')
})

it.runIf(process.getuid?.() === 0)('gives the file, and never another, to its owner', () => {
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
  closeSync(openOwned(path, nobody, 0))
  expect(statSync(path)).toMatchObject({ uid: nobody.uid, gid: nobody.gid })
  rmSync(path)
  symlinkSync(victim, path)
  expect(() => openOwned(path, nobody, 0)).toThrow('ELOOP')
  expect(statSync(victim).uid).toBe(0)
})
