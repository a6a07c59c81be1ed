import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { log as logger } from '@/lib/logging/logger.mjs'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { currentVersion } from './current-version'
import { findRelated } from './find-related'
import { findSources } from './find-sources'
import { publish, storeRule } from './fixtures/store-rule'
import { askDatabase, getHealth } from './get-health'
import { getRule } from './get-rule'

const ID = '9976fa64-2804-423c-8a5b-646ade840773'
const GONE = '00000000-0000-4000-8000-000000000000'
let database: TestDatabase
let db: PrismaClient
let similar: string
let named: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
  await publish(db, 2)
  await db.source.update({
    where: { name: 'Test' },
    data: {
      origin: 'https://reader:secret@x.test/rules',
      webUrl: 'https://x.test/',
      licence: 'DRL 1.1',
      licenceUrl: 'https://x.test/licence',
    },
  })
  await db.source.create({
    data: { name: 'Killed', origin: '/srv/secret', retrievedAt: new Date() },
  })
  const techniques = ['T1048.003', 'T1059']
  const tactics = ['exfiltration']
  named = await storeRule(db, {
    title: 'Named',
    licence: 'MIT',
    techniques: ['T1048.003'],
  })
  similar = await storeRule(db, { title: 'Shares two', techniques, tactics })
  await storeRule(db, { title: 'Shares none', techniques: ['T1003'] })
  await storeRule(db, { sigmaId: ID, title: 'Old', validFrom: 1, validTo: 2 })
  await storeRule(db, {
    sigmaId: ID,
    title: '<script>alert(1)</script>',
    validFrom: 2,
    techniques,
    tactics,
    related: [{ id: named, type: 'derived' }, { id: GONE, type: 'renamed' }, { id: 'x' }, 7],
    queries: [
      { target: 'azure-monitor', status: 'refused', kql: null },
      {
        target: 'defender-xdr',
        tables: ['T'],
        diagnostics: [{ code: 'A', message: 'm', effect: 'widens' }],
      },
    ],
  })
  await db.rejection.createMany({
    data: [1, 3].map((validFrom) => ({
      validFrom,
      sourceName: 'Test',
      path: `rules/bad-${validFrom}.yml`,
      contentHash: '',
      toolchainHash: '',
      code: 'SIGMA_YAML_SYNTAX',
      message: 'No YAML.',
      line: 3,
    })),
  })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('getRule', () => {
  it('gives the revision of the version asked for', async () => {
    expect((await getRule(db, 1, ID))?.title).toBe('Old')
    expect((await getRule(db, 2, ID.toUpperCase()))?.title).toBe('<script>alert(1)</script>')
    expect(await getRule(db, 0, ID)).toBeNull()
  })

  it('gives plain values and the queries in order', async () => {
    expect(await getRule(db, 2, ID)).toMatchObject({
      id: ID,
      licence: 'DRL 1.1',
      licenceUrl: 'https://x.test/licence',
      queries: [
        { target: 'defender-xdr', state: 'with-loss', kql: 'T' },
        { target: 'azure-monitor', state: 'refused', kql: null },
      ],
      source: {
        kind: 'repository',
        url: 'https://x.test/rules/dull.yml',
        retrievedAt: '2026-02-03T04:05:06.000Z',
      },
    })
  })

  it('gives the address of the licence only where the rule has that licence', async () => {
    expect(await getRule(db, 2, named)).toMatchObject({ licence: 'MIT', licenceUrl: null })
  })

  it('is null for what is no id at all', async () => {
    expect(await getRule(db, 2, "' OR 1=1 --")).toBeNull()
    expect(await getRule(db, 2, GONE)).toBeNull()
  })
})

describe('a rule whose newest file was rejected', () => {
  it('says why, and when what is shown was read', async () => {
    const path = 'rules/once-good.yml'
    const sigmaId = await storeRule(db, { path, importedAt: new Date('2026-01-02T00:00:00Z') })
    expect(await getRule(db, 2, sigmaId)).toMatchObject({ rejected: null })
    const hashes = { contentHash: '', toolchainHash: '' }
    const reason = { code: 'SIGMA_CONDITION_SYNTAX', message: 'No condition.', line: 7 }
    await db.rejection.create({
      data: { ...{ sourceName: 'Test', path, validFrom: 2 }, ...hashes, ...reason },
    })
    expect(await getRule(db, 2, sigmaId)).toMatchObject({
      rejected: { message: 'No condition.', line: 7 },
      source: { retrievedAt: '2026-01-02T00:00:00.000Z' },
    })
    await db.rejection.deleteMany({ where: { path } })
    await db.rule.deleteMany({ where: { sigmaId } })
  })
})

describe('findRelated', () => {
  it('knows one technique under its ids of two releases', async () => {
    const old = await storeRule(db, { title: 'Old id', techniques: ['T1562.001'] })
    const current = await storeRule(db, { title: 'New id', techniques: ['T1685'] })
    const titles = (await findRelated(db, 2, current)).map(({ title }) => title)
    expect(titles).toEqual(['Old id'])
    await db.rule.deleteMany({ where: { sigmaId: { in: [old, current] } } })
  })

  it('gives the named rules first, then those that share techniques', async () => {
    const related = await findRelated(db, 2, ID)
    expect(related.map(({ title, relation }) => ({ title, relation }))).toEqual([
      { title: 'Named', relation: 'derived' },
      { title: null, relation: 'renamed' },
      { title: 'Shares two', relation: 'same technique' },
    ])
    expect(await findRelated(db, 2, GONE)).toEqual([])
    expect((await findRelated(db, 1, similar)).map(({ title }) => title)).toEqual(['Named'])
  })
})

describe('findSources', () => {
  it('keeps to itself where a folder lies, and that of which nothing is published', async () => {
    await db.source.update({ where: { name: 'Test' }, data: { origin: '/srv/secret' } })
    expect((await findSources(db, 2))[0]?.address).toBeNull()
    expect(await findSources(db, 1)).toEqual([])
    const origin = 'https://reader:secret@x.test/rules?token=secret'
    await db.source.update({ where: { name: 'Test' }, data: { origin } })
    expect(await findSources(db, 2)).toMatchObject([
      { name: 'Test', rules: 4, rejected: 1, address: 'https://x.test/rules' },
    ])
  })
})

describe('getHealth', () => {
  it('counts what readers see', async () => {
    expect(await getHealth(() => db)).toMatchObject({
      status: 'ok',
      versions: { catalogue: 2, attackTexts: [] },
      counts: { rules: 4, queries: { compiled: 1, refused: 1 }, rejections: 1, sources: 1 },
    })
    expect((await askDatabase(() => db, currentVersion)).trouble).toBeNull()
  })

  it('says what is wrong, without addresses or passwords, and logs it once', async () => {
    const log = vi.spyOn(logger, 'error').mockImplementation(() => undefined)
    const nobody = createClient('postgres://user:secret@127.0.0.1:1/none')
    expect(await getHealth(() => nobody)).toEqual({
      status: 'unavailable',
      reason: 'The database does not accept connections.',
    })
    expect((await askDatabase(() => nobody, currentVersion)).trouble).toMatch(/does not accept/)
    expect(log).toHaveBeenCalledTimes(1)
    const bare = await createTestDatabase('empty')
    const tableless = createClient(bare.url)
    expect((await askDatabase(() => tableless, currentVersion)).trouble).toMatch(
      /tables are missing/,
    )
    const none = () => {
      throw new Error('DATABASE_URL is not set: see the README.')
    }
    expect((await askDatabase(none, currentVersion)).trouble).toBe(
      'The server was started without a database.',
    )
    await Promise.all([nobody.$disconnect(), tableless.$disconnect()])
    await bare.drop()
    log.mockRestore()
  })
})
