import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { migrate } from './migrate'
import { checksum, readMigrations } from './migration-files'
import { deployMigrations, diffSchema } from './schema-engine'
import { readSchemaFiles } from './schema-files'

const schema = readSchemaFiles()
const ONE = { name: '20260101000000_one', sql: 'CREATE TABLE one (id int);' }
const TWO = { name: '20260102000000_two', sql: 'CREATE TABLE two (id int);' }
const BROKEN = {
  name: '20260103000000_broken',
  sql: 'CREATE TABLE three (id int); SELECT nothing;',
}
const MENDED = { ...BROKEN, sql: 'CREATE TABLE three (id int);' }

let database: TestDatabase
let client: Client

beforeEach(async () => {
  database = await createTestDatabase('empty')
  client = new Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

async function query(sql: string): Promise<unknown[]> {
  return (await client.query(sql)).rows
}

const HISTORY = `SELECT checksum, migration_name, logs, applied_steps_count, length(id) AS id,
  finished_at IS NULL AS unfinished, finished_at >= started_at AS ordered,
  rolled_back_at IS NULL AS standing FROM _prisma_migrations ORDER BY started_at`
const TABLE = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
  FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`
const CONSTRAINTS = `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE conrelid = '_prisma_migrations'::regclass ORDER BY conname`

describe('migrate', () => {
  it('leaves the history that Prisma leaves', async () => {
    await migrate(database.url)
    const other = await createTestDatabase('empty')
    await deployMigrations(other.url, schema, readMigrations())
    const prisma = new Client({ connectionString: other.url })
    await prisma.connect()
    for (const sql of [HISTORY, TABLE, CONSTRAINTS]) {
      expect(await query(sql)).toEqual((await prisma.query(sql)).rows)
    }
    await prisma.end()
    await other.drop()
  })

  it('goes on from Prisma, and Prisma from it', async () => {
    expect(await deployMigrations(database.url, schema, [ONE])).toEqual([ONE.name])
    expect((await migrate(database.url, [ONE, TWO])).applied).toEqual([TWO.name])
    expect(await deployMigrations(database.url, schema, [ONE, TWO, MENDED])).toEqual([MENDED.name])
    expect(await migrate(database.url, [ONE, TWO, MENDED])).toEqual({ applied: [], edited: [] })
  })

  it('is in step with the schema after it went on from Prisma', async () => {
    await deployMigrations(database.url, schema, readMigrations())
    await migrate(database.url)
    expect(await diffSchema(database.url, schema)).toBe('')
  })

  it('keeps nothing of a migration that fails, tells why, and tries again when it is mended', async () => {
    await expect(migrate(database.url, [ONE, BROKEN, TWO])).rejects.toThrow(
      /"20260103000000_broken" failed \(column "nothing" does not exist\)/,
    )
    expect(await query(`SELECT to_regclass('three') AS three, to_regclass('two') AS two`)).toEqual([
      { three: null, two: null },
    ])
    expect(await query('SELECT logs FROM _prisma_migrations ORDER BY started_at')).toEqual([
      { logs: null },
      { logs: expect.stringContaining('42703') },
    ])
    expect((await migrate(database.url, [ONE, MENDED])).applied).toEqual([MENDED.name])
  })

  it('leaves a failure that Prisma can go on from', async () => {
    await expect(migrate(database.url, [ONE, BROKEN])).rejects.toThrow()
    expect(await deployMigrations(database.url, schema, [ONE, MENDED])).toEqual([MENDED.name])
  })

  it('stops at a failure of Prisma, which may have left a part', async () => {
    await expect(deployMigrations(database.url, schema, [BROKEN])).rejects.toThrow()
    await expect(migrate(database.url, [MENDED])).rejects.toThrow(/resolve --rolled-back 20260103/)
  })

  it('reports a migration that was edited after it was applied, but not line endings', async () => {
    await migrate(database.url, [{ ...ONE, sql: 'SELECT 1;\nSELECT 2;\n' }, TWO])
    const result = await migrate(database.url, [
      { ...ONE, sql: 'SELECT 1;\r\nSELECT 2;\r\n' },
      { ...TWO, sql: `${TWO.sql} -- later` },
    ])
    expect(result).toEqual({ applied: [], edited: [TWO.name] })
  })

  it('refuses a database with tables of somebody else', async () => {
    await query('CREATE TABLE payroll (id int)')
    await expect(migrate(database.url)).rejects.toThrow(/"payroll"/)
    expect(await query(`SELECT to_regclass('_prisma_migrations') AS made`)).toEqual([
      { made: null },
    ])
  })

  it('applies each migration once when several processes start together', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url)))
    const applied = results.flatMap((result) => result.applied)
    expect(applied).toEqual(readMigrations().map(({ name }) => name))
  })

  it('takes up a run that was killed between two migrations', async () => {
    await migrate(database.url, [ONE])
    const killed = new Client({ connectionString: database.url })
    killed.on('error', () => {})
    await killed.connect()
    const { rows } = await killed.query('SELECT pg_backend_pid() AS pid')
    await killed.query(`BEGIN; ${TWO.sql} INSERT INTO _prisma_migrations (id, checksum, migration_name)
      VALUES ('x', '${checksum(TWO.sql)}', '${TWO.name}')`)
    await client.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
    expect((await migrate(database.url, [ONE, TWO])).applied).toEqual([TWO.name])
  })
})
