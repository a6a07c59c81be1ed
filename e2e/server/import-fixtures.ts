import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createClient } from '@/lib/catalogue/client'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { importSource } from '@/lib/ingest/import-source'
import { FIXTURE_SOURCE, FIXTURES, LATER } from '../fixtures/rules'

/** Imports the fixtures the way a user would: out of a folder, and again when some have changed. */
export async function importFixtures(databaseUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rule-atlas-e2e-rules-'))
  const db = createClient(databaseUrl)
  try {
    for (const files of [FIXTURES, LATER]) {
      for (const [path, text] of Object.entries(files)) write(join(folder, path), text)
      await importSource({ db, importer: openFolder(folder), sourceName: FIXTURE_SOURCE })
    }
  } finally {
    await db.$disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(path: string, text: string | null): void {
  mkdirSync(dirname(path), { recursive: true })
  if (text === null) rmSync(path)
  else writeFileSync(path, text)
}
