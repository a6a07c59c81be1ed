import type { Transaction } from '@/lib/catalogue/database'
import type { StoredSource } from '@/lib/catalogue/find-source-state'
import { publishVersion } from '@/lib/catalogue/publish-version'
import { refreshRejections, refreshRevisions } from '@/lib/catalogue/refresh-hashes'
import { storeRejections } from '@/lib/catalogue/store-rejections'
import { updateSource } from '@/lib/catalogue/upsert-source'
import { compareRejections } from './compare-rejections'
import type { ImportReport } from './import-report'
import { type ImportResult, toReport } from './to-report'

/**
 * Shows readers what an import made, by the transaction given, if there is anything new to show.
 * The new revisions are stored already; all the rest is written here.
 */
export async function publishImport(
  transaction: Transaction,
  result: ImportResult,
): Promise<ImportReport> {
  const { sourceName, facts, state, plan, made, toolchain, startedAt } = result
  const version = state.version + 1
  const rejections = compareRejections(
    state.rejections,
    plan.files.rejectedBefore,
    [...plan.rejected, ...made.rejected],
    toolchain,
  )
  await refreshRevisions(transaction, made.refreshed, toolchain)
  await refreshRejections(transaction, rejections.refreshed, toolchain)

  const endedRevisions = [...made.superseded, ...plan.removed.map(({ id }) => id)]
  const changes = made.created + endedRevisions.length
  const published = changes + rejections.added.length + rejections.ended.length > 0
  const report = toReport(result, published)
  if (published) {
    const batch = { sourceName, toolchainHash: toolchain, version }
    await storeRejections(transaction, batch, rejections.added)
    const { created, updated, unchanged, removed, rejected } = report
    await publishVersion(transaction, {
      ...{ version, sourceName, startedAt, endedRevisions },
      endedRejections: rejections.ended,
      counts: { created, updated, unchanged, removed, rejected },
    })
  }
  if (published || !isSameSource(state.source, facts)) {
    await updateSource(transaction, sourceName, facts, published ? startedAt : null)
  }
  return report
}

function isSameSource(stored: StoredSource | null, facts: StoredSource): boolean {
  const keys = ['origin', 'webUrl', 'licence', 'licenceUrl', 'commit'] as const
  return keys.every((key) => stored?.[key] === facts[key])
}
