import type { Database } from '@/lib/catalogue/database'

/**
 * Opens the database for one command, says on standard error what that takes, and closes it again
 * whatever comes of the work.
 *
 * @param signal of an interruption, which the work answers; null where Ctrl-C ends all of it at once
 * @throws the signal's reason where it was aborted before the work began; what the work throws
 */
export async function withDatabase<T>(
  signal: AbortSignal | null,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const [{ openDatabase }, { createClient }] = await Promise.all([
    import('@/lib/database/connect'),
    import('@/lib/catalogue/client'),
  ])
  const say = (step: string) => process.stderr.write(`${step}\n`)
  const database = await openDatabase({ say, stopOnSignal: signal === null })
  try {
    signal?.throwIfAborted()
    const db = createClient(database.url)
    try {
      return await work(db)
    } finally {
      // What the command ended with matters more than a connection that was lost already.
      await db.$disconnect().catch(() => {})
    }
  } finally {
    await database.stop()
  }
}
