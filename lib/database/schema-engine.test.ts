import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { deployMigrations, diffSchema } from './schema-engine'
import { readSchemaFiles } from './schema-files'

describe('diffSchema', () => {
  let migrated: TestDatabase
  beforeAll(async () => {
    migrated = await createTestDatabase()
  })
  afterAll(() => migrated.drop())

  it('finds that the migrations make what the schema says', async () => {
    expect(await diffSchema(migrated.url, readSchemaFiles())).toBe('')
  })

  it('gives the SQL for a column that the migrations lack', async () => {
    const changed = readSchemaFiles().map(({ path, content }) => ({
      path,
      content: content.replace('model Catalogue {', 'model Catalogue {\n  motto String?'),
    }))
    expect(await diffSchema(migrated.url, changed)).toContain(
      'ALTER TABLE "catalogue" ADD COLUMN     "motto" TEXT',
    )
  })

  it('gives the SQL for an index that somebody dropped', async () => {
    const client = new Client({ connectionString: migrated.url })
    await client.connect()
    await client.query('DROP INDEX rule_search_text_trgm')
    await client.end()
    expect(await diffSchema(migrated.url, readSchemaFiles())).toContain(
      'CREATE INDEX "rule_search_text_trgm" ON "rule" USING GIN ("search_text" gin_trgm_ops)',
    )
  })

  it('says what is wrong with a schema', async () => {
    const broken = [
      { path: 'a.prisma', content: 'datasource db { provider = "postgresql" }\nmodel A' },
    ]
    await expect(diffSchema(migrated.url, broken)).rejects.toThrow(/model/)
  })
})

describe('deployMigrations', () => {
  it('runs a script whose function body holds semicolons', async () => {
    const database = await createTestDatabase('empty')
    const sql = `CREATE FUNCTION one() RETURNS int AS $$ BEGIN PERFORM 1; RETURN 1; END $$ LANGUAGE plpgsql;
      CREATE TABLE kept (n int DEFAULT one());`
    const migrations = [{ name: '20260101000000_function', sql }]
    const applied = await deployMigrations(database.url, readSchemaFiles(), migrations)
    expect(applied).toEqual(['20260101000000_function'])
    await database.drop()
  })
})
