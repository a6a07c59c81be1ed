import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, ensureTemplate, findTestServer, onServer } from './test-server'

export interface TestDatabase {
  readonly url: string
  /** Removes it, with whoever is still connected. */
  drop(): Promise<void>
}

/**
 * Makes a database for one test file.
 *
 * @param content `migrated`: an empty catalogue; `empty`: no table at all.
 */
export async function createTestDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  const run = inject('testRun')
  const server = await findTestServer(run)
  const name = `${run.id}_${randomBytes(4).toString('hex')}`
  const template = content === 'empty' ? 'template0' : await ensureTemplate(server, run)
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}
