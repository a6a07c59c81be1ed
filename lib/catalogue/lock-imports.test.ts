import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import type { Database } from './database'
import { lockImports } from './lock-imports'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** Takes the lock; resolves when it is held. */
async function hold() {
  let release = () => {}
  let ended = Promise.resolve()
  const held = new Promise<void>((isHeld) => {
    ended = lockImports(db, { onWait: () => {} }, () => {
      isHeld()
      return new Promise<void>((resolve) => {
        release = resolve
      })
    })
  })
  await held
  return async () => {
    release()
    await ended
  }
}

it('lets the second in when the first has ended, and says once that it waits', async () => {
  const release = await hold()
  const events: string[] = []
  const second = lockImports(db, { onWait: () => events.push('waits') }, async () => {
    events.push('works')
  })
  await expect.poll(() => events).toEqual(['waits'])
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(events).toEqual(['waits'])
  await release()
  await second
  expect(events).toEqual(['waits', 'works'])
})

it('can be called off while it waits', async () => {
  const release = await hold()
  const controller = new AbortController()
  const reason = new Error('called off')
  const onWait = () => controller.abort(reason)
  const second = lockImports(db, { onWait, signal: controller.signal }, async () => 'worked')
  await expect(second).rejects.toBe(reason)
  await release()
})
