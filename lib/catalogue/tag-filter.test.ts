import { afterAll, beforeAll, expect, it } from 'vitest'
import { bareEnrichment } from '@/lib/enrichment/bare-enrichment'
import type { NamedTag } from '@/lib/enrichment/enrichment'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { parseFeedQuery } from './feed-query'
import { findRules } from './find-rules'
import { publish, storeRule } from './fixtures/store-rule'
import { getFacets } from './get-facets'
import { getRule } from './get-rule'
import { storeEnrichments } from './store-enrichments'

const VERSION = 1
let database: TestDatabase
let db: PrismaClient
let named: string

const tool = (name: string): NamedTag => ({ name, kind: 'tool', origin: 'derived', from: 'title' })

async function storeTagged(title: string, tags: readonly string[], names: readonly string[]) {
  const sigmaId = await storeRule(db, { title, tags: [...tags] })
  const { id } = await db.rule.findFirstOrThrow({ where: { sigmaId } })
  const words = { description: null, references: [], falsePositives: [] }
  const enrichment = { ...bareEnrichment(words, 'Nothing.'), tags: names.map(tool) }
  await storeEnrichments(db, new Map([[id, { ...enrichment, inputsHash: title }]]))
  return sigmaId
}

beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  await publish(db, VERSION)
  named = await storeTagged('Named', [], ['Rclone', 'rclone', 'MEGA'])
  await storeTagged('Tagged', ['detection.emerging-threats'], [])
  await storeRule(db, { title: 'Not enriched', tags: ['rclone'] })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const titles = async (tag: string | string[]) =>
  (await findRules(db, VERSION, parseFeedQuery({ tag }))).rows.map(({ title }) => title).sort()

it('finds a tag of the rule and a name that it was given, in any case', async () => {
  expect(await titles('rclone')).toEqual(['Named', 'Not enriched'])
  expect(await titles('RClone')).toEqual(['Named', 'Not enriched'])
  expect(await titles('detection.emerging-threats')).toEqual(['Tagged'])
  expect(await titles('-rclone')).toEqual(['Tagged'])
  expect(await titles(['mega', '-rclone'])).toEqual([])
})

it('is counted by the names that rules were given', async () => {
  const { tag } = await getFacets(db, VERSION, parseFeedQuery({}))
  expect(tag).toEqual([
    { value: 'mega', count: 1 },
    { value: 'rclone', count: 1 },
  ])
})

it('reads back what was stored', async () => {
  const rule = await getRule(db, VERSION, named)
  expect(rule?.enrichment?.tags.map(({ name }) => name)).toEqual(['Rclone', 'rclone', 'MEGA'])
})

it('leaves out a revision that is gone meanwhile', async () => {
  const words = { description: null, references: [], falsePositives: [] }
  const enrichment = { ...bareEnrichment(words, 'Nothing.'), inputsHash: 'x' }
  expect(await storeEnrichments(db, new Map([[1_000_000, enrichment]]))).toBe(0)
})
