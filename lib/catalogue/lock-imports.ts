import type { Prisma, PrismaClient } from '@/prisma/generated/client'

/** `RULE` in ASCII: the number that all imports of one database agree on. */
const LOCK = 0x52554c45
/** The longest that a timer can wait. The lock's own connection ends the transaction before that. */
const FOR_EVER = 2_147_483_647

/**
 * Runs one import at a time. The lock belongs to a transaction, and that transaction is the one
 * that publishes: an import whose connection broke has lost the lock and cannot publish either, and
 * the lock of a killed import goes with its connection.
 *
 * @param onWait called once, if another import holds the lock
 * @param work publishes through the transaction, and writes all else through the pool
 */
export async function lockImports<T>(
  db: PrismaClient,
  onWait: () => void,
  work: (transaction: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (transaction) => {
      // A server may end transactions that idle, and this one does while rules are compiled.
      await transaction.$executeRaw`SELECT set_config(name, '0', true) FROM unnest(ARRAY[
        'idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout']) AS name`
      const [row] = await transaction.$queryRaw<
        { locked: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${LOCK}::int, 0) AS locked`
      if (row?.locked !== true) {
        onWait()
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, 0)`
      }
      return work(transaction)
    },
    { maxWait: 30_000, timeout: FOR_EVER },
  )
}
