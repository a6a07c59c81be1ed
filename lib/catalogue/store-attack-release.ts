import type { PrismaClient } from '@/prisma/generated/client'
import type { NewAttackRelease } from './new-attack-release'

/** Milliseconds that a busy database may take over a whole release. */
const SLOWEST = 300_000
/** Rows of one statement: seven values each, and Postgres takes 32,767. */
const BATCH = 4_000

/**
 * Stores a release in the place of what was stored of it before: all of it, or, where anything
 * fails, nothing. Of two at once the second waits for the first.
 *
 * @param onProgress rows stored so far, of how many
 */
export async function storeAttackRelease(
  db: PrismaClient,
  release: NewAttackRelease,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const { version, origin, notice } = release
  const objects = release.objects.map((each) => ({
    ...each,
    release: version,
    details: JSON.parse(JSON.stringify(each.details)),
  }))
  const relations = release.relations.map((each) => ({ ...each, release: version }))
  const total = objects.length + relations.length
  await db.$transaction(
    async (tx) => {
      // Writing the row first is what makes another load of the same release wait.
      const row = { origin, notice, loadedAt: new Date() }
      await tx.attackRelease.upsert({
        where: { version },
        create: { version, ...row },
        update: row,
      })
      await tx.attackRelation.deleteMany({ where: { release: version } })
      await tx.attackObject.deleteMany({ where: { release: version } })
      let done = 0
      for (const data of batches(objects)) {
        await tx.attackObject.createMany({ data })
        done += data.length
        onProgress(done, total)
      }
      for (const data of batches(relations)) {
        await tx.attackRelation.createMany({ data })
        done += data.length
        onProgress(done, total)
      }
    },
    { maxWait: 30_000, timeout: SLOWEST },
  )
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH)
}
