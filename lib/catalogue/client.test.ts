import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'

describe('createClient', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('reads the empty catalogue that the first migration leaves', async () => {
    const client = createClient(database.url)
    expect(await client.catalogue.findMany()).toEqual([{ id: 1, publishedVersion: 0 }])
    await client.$disconnect()
  })

  it('keeps times whatever the time zone of the database', async () => {
    const setting = new URL(database.url)
    setting.searchParams.set('options', '-c TimeZone=Asia/Tokyo')
    const client = createClient(setting.href)
    const retrievedAt = new Date('2026-01-02T03:04:05Z')
    await client.source.create({ data: { name: 'a', origin: 'b', retrievedAt } })
    const [row] = await client.source.findMany()
    expect(row?.retrievedAt).toEqual(retrievedAt)
    await client.$disconnect()
  })
})
