import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LARGE = fileURLToPath(new URL('../../shared/data/sigma', import.meta.url))
const SMALL = fileURLToPath(new URL('../content/rules', import.meta.url))

export const PROGRAM = fileURLToPath(new URL('../bin/rule-atlas.mjs', import.meta.url))

/** The folder to measure: the one given, else all of SigmaHQ, else the starter catalogue. */
export function findCorpus(given: string | undefined): string {
  if (given !== undefined) return given
  if (existsSync(LARGE)) return LARGE
  console.log('There is no ../shared/data/sigma: the starter catalogue is measured.')
  return SMALL
}

/** Settings under which the program makes a database of its own, and touches none of the user's. */
export function ownDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...env } = process.env
  return { ...env, ATLAS_DATA_DIR: mkdtempSync(join(tmpdir(), 'rule-atlas-bench-')) }
}
