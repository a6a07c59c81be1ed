import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findDataFolder } from '@/lib/database/data-folder'
import { stopEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import { ensureClient } from '@/lib/database/generate-client'
import { findProcess } from '@/lib/database/running-process'
import { UserFacingError } from '@/lib/database/user-facing-error'
import type { TestRun } from './run-context'
import { dropTestDatabases } from './test-server'

const PREFIX = 'rule-atlas-test-'

/** Before the run: Prisma's client, and a place for its Postgres. Nothing is started until a test asks for a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient()
  const place = findPlace()
  await clearAbandoned(place)
  const dataFolder = mkdtempSync(join(place, `${PREFIX}${process.pid}-`))
  const run: TestRun = { id: `rule_atlas_test_${process.pid}`, dataFolder }
  project.provide('testRun', run)
  return async () => {
    if (process.env.TEST_DATABASE_URL) await dropTestDatabases(process.env.TEST_DATABASE_URL, run)
    await remove(dataFolder)
  }
}

/** A temporary folder that the user who runs Postgres can reach: root's own may be closed to it. */
function findPlace(): string {
  for (const place of [tmpdir(), '/tmp', '/var/tmp']) {
    try {
      findDataFolder({ ...process.env, ATLAS_DATA_DIR: place })
      return place
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error
    }
  }
  return tmpdir()
}

/** A run that was killed left its server running. */
async function clearAbandoned(place: string): Promise<void> {
  for (const name of readdirSync(place)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid !== undefined && findProcess(Number(pid)) === null) await remove(join(place, name))
  }
}

async function remove(dataFolder: string): Promise<void> {
  try {
    await stopEmbeddedPostgres(findDataFolder({ ...process.env, ATLAS_DATA_DIR: dataFolder }), true)
    rmSync(dataFolder, { recursive: true, force: true })
  } catch (error) {
    // Of another user, who will clear it.
    if (!(error instanceof UserFacingError)) throw error
  }
}
