import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withFileLock } from './file-lock'
import { findProcess } from './running-process'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rule-atlas-lock-'))
  lock = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A number that no process has: Linux's highest is 4,194,304. */
const NOBODY = 99_999_999

describe('withFileLock', () => {
  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const enter = () =>
      withFileLock(lock, async () => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(5)
        inside -= 1
      })
    await Promise.all(Array.from({ length: 20 }, enter))
    expect(most).toBe(1)
    expect(existsSync(lock)).toBe(false)
  })

  it('is free again after an action that failed', async () => {
    await expect(withFileLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withFileLock(lock, async () => 1)).toBe(1)
  })

  it('breaks the lock of a process that was killed, for one of many that wait', async () => {
    writeFileSync(lock, `${NOBODY} 1\n`)
    let inside = 0
    const entered = await Promise.all(
      Array.from({ length: 10 }, () =>
        withFileLock(lock, async () => {
          inside += 1
          const alone = inside === 1
          await sleep(2)
          inside -= 1
          return alone
        }),
      ),
    )
    expect(entered).toEqual(Array.from({ length: 10 }, () => true))
  })

  it('breaks the lock of a killed process whose number another process has now', async () => {
    writeFileSync(lock, `${process.pid} some other start\n`)
    expect(await withFileLock(lock, async () => 1)).toBe(1)
  })

  it('goes on where one was killed in the middle of breaking a lock', async () => {
    writeFileSync(lock, `${NOBODY} 1\n`)
    writeFileSync(`${lock}.breaking`, '')
    const old = new Date(Date.now() - 60_000)
    utimesSync(`${lock}.breaking`, old, old)
    expect(await withFileLock(lock, async () => 1)).toBe(1)
  })

  it('waits for a live process', async () => {
    writeFileSync(lock, `${process.ppid} ${findProcess(process.ppid)?.startedAt}\n`)
    const entered = withFileLock(lock, async () => 'entered')
    expect(await Promise.race([entered, sleep(200, 'waiting')])).toBe('waiting')
    rmSync(lock)
    expect(await entered).toBe('entered')
  })
})
