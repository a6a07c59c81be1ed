import { Client } from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { loadStarterCatalogue } from './starter-catalogue'

// A whole process, on machines that do other things as well.
vi.setConfig({ testTimeout: 60_000 })

const WAITS = 'The starter catalogue waits for another import to end'

let database: TestDatabase
let other: Client
let said: string[]
beforeEach(async () => {
  said = []
  database = await createTestDatabase()
  other = new Client({ connectionString: database.url })
  await other.connect()
  // What lock-imports.ts takes: an import that does not end.
  await other.query("SELECT pg_advisory_lock(x'52554c45'::int, 0)")
})
afterEach(async () => {
  await other.end()
  await database.drop()
})

const load = (signal: AbortSignal) =>
  loadStarterCatalogue(database.url, (step) => said.push(step), signal)

it('is not waited for where it has to wait itself and readers have something to read', async () => {
  await other.query('UPDATE catalogue SET published_version = 1')
  const starter = await load(new AbortController().signal)
  expect(said).toEqual([WAITS])
  await starter.stop()
  expect(said).toEqual([WAITS])
})

it('says that it waits where there is nothing to read yet, and can be called off', async () => {
  const controller = new AbortController()
  let settled = false
  const loading = load(controller.signal).finally(() => {
    settled = true
  })
  const failed = expect(loading).rejects.toThrow(/abort/)
  await expect.poll(() => said, { timeout: 30_000 }).toEqual([WAITS])
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(settled).toBe(false)
  controller.abort()
  await failed
})

it('stays away where somebody removed it by hand', async () => {
  await other.query(`
    WITH source AS (INSERT INTO source (name, origin, retrieved_at) VALUES ('Rule Atlas', '', now())),
      version AS (INSERT INTO catalogue_version (number, source_name) VALUES (1, 'Rule Atlas'))
    UPDATE catalogue SET published_version = 1`)
  const starter = await load(new AbortController().signal)
  expect(said).toEqual([
    expect.stringMatching(/^The starter catalogue was removed; .* brings it back$/),
  ])
  await starter.stop()
})
