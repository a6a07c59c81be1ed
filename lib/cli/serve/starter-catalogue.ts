import { join } from 'node:path'
import { createClient } from '@/lib/catalogue/client'
import { projectRoot } from '@/lib/database/project-root'
import { ImportError } from '@/lib/importers/import-error'

/**
 * Brings the rules that come with the product into the catalogue; where they are there already this
 * changes nothing.
 */
export async function loadStarterCatalogue(
  databaseUrl: string,
  say: (step: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { openFolder } = await import('@/lib/importers/sigmahq/open-folder')
  const { importSource } = await import('@/lib/ingest/import-source')
  const db = createClient(databaseUrl)
  try {
    const importer = openFolder(join(projectRoot, 'content/rules'))
    const report = await importSource({ db, importer, allowRemovals: true, signal })
    if (report.published) {
      const { created, updated, removed } = report
      say(`Starter catalogue: ${created} rules created, ${updated} updated, ${removed} removed`)
    }
    for (const { path, message } of report.rejections) say(`Warning: ${path}: ${message}`)
  } catch (error) {
    // The app is of use without these rules.
    if (!(error instanceof ImportError)) throw error
    say(`Warning: the starter catalogue was not loaded. ${error.message}`)
  } finally {
    await db.$disconnect()
  }
}
