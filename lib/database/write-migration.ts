import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from './migrate'
import { migrationsFolder, readMigrations } from './migration-files'
import { diffSchema } from './schema-engine'
import { readSchemaFiles } from './schema-files'
import { UserFacingError } from './user-facing-error'

/**
 * Writes the migration that the schema lacks: the difference between it and a database that has all
 * migrations so far, which is made for this and dropped again.
 *
 * @param serverUrl any database of a server where this user may create one.
 * @returns the folder written, null where schema and migrations agree.
 */
export async function writeMigration(serverUrl: string, title: string): Promise<string | null> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(title)) {
    throw new UserFacingError(
      `"${title}" cannot name a migration: use small letters, digits and underscores, as in add_rule_author.`,
    )
  }
  const sql = await diffMigrations(serverUrl)
  if (sql === '') return null
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder, `${stamp}_${title}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  return folder
}

async function diffMigrations(serverUrl: string): Promise<string> {
  const name = `rule_atlas_shadow_${process.pid}`
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  try {
    await server.query(`CREATE DATABASE ${name}`)
    const shadow = new URL(serverUrl)
    shadow.pathname = `/${name}`
    await migrate(shadow.href, readMigrations())
    return await diffSchema(shadow.href, readSchemaFiles())
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.end()
  }
}
