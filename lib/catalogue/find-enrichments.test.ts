import { afterAll, beforeAll, expect, it } from 'vitest'
import { bareEnrichment } from '@/lib/enrichment/bare-enrichment'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { findEnrichments, type StoredEnrichment } from './find-enrichments'
import { publish, storeRule } from './fixtures/store-rule'
import { storeEnrichments } from './store-enrichments'

let database: TestDatabase
let db: PrismaClient
beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  await publish(db, 2)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

it('gives each rule of a version once, with its references, enriched or not', async () => {
  const enriched = await storeRule(db, { references: ['https://x.test/'] })
  const bare = await storeRule(db, { validFrom: 2 })
  await storeRule(db, { title: 'Gone', validTo: 2 })
  await storeRule(db, { title: 'Not yet', validFrom: 3 })
  const words = { description: null, references: ['https://x.test/'], falsePositives: [] }
  const enrichment = bareEnrichment(words, 'It is a test.')
  const { id } = await db.rule.findFirstOrThrow({ where: { sigmaId: enriched } })
  await storeEnrichments(db, new Map([[id, { ...enrichment, inputsHash: 'x' }]]))

  expect(await foundAt(2)).toEqual([
    { id: enriched, references: ['https://x.test/'], enrichment },
    { id: bare, references: [], enrichment: null },
  ])
  expect(await foundAt(0)).toEqual([])
})

async function foundAt(version: number): Promise<readonly StoredEnrichment[]> {
  const found: StoredEnrichment[] = []
  for await (const batch of findEnrichments(db, version)) found.push(...batch)
  return found
}
