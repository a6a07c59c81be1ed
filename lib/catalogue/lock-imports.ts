import { setTimeout as sleep } from 'node:timers/promises'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'

/** `RULE` in ASCII: the number that all imports of one database agree on. */
const LOCK = 0x52554c45
/** The longest that a timer can wait. The lock's own connection ends the transaction before that. */
const FOR_EVER = 2_147_483_647
/** Between two tries: a query that waits inside Postgres could not be called off. */
const RETRY_MS = 250

export interface LockOptions {
  /** Called once, if another import holds the lock. */
  readonly onWait: () => void
  /** Calls the waiting off: the lock is not taken, and the signal's reason is thrown. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs one import at a time. The lock belongs to a transaction, and that transaction is the one
 * that publishes: an import whose connection broke has lost the lock and cannot publish either, and
 * the lock of a killed import goes with its connection.
 *
 * @param work publishes through the transaction, and writes all else through the pool
 */
export async function lockImports<T>(
  db: PrismaClient,
  options: LockOptions,
  work: (transaction: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (transaction) => {
      // A server may end transactions that idle, and this one does while rules are compiled.
      await transaction.$executeRaw`SELECT set_config(name, '0', true) FROM unnest(ARRAY[
        'idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout']) AS name`
      await waitForLock(transaction, options)
      return work(transaction)
    },
    { maxWait: 30_000, timeout: FOR_EVER },
  )
}

async function waitForLock(
  transaction: Prisma.TransactionClient,
  { onWait, signal }: LockOptions,
): Promise<void> {
  for (let tries = 0; !(await tryLock(transaction)); tries++) {
    if (tries === 0) onWait()
    await sleep(RETRY_MS)
    signal?.throwIfAborted()
  }
}

async function tryLock(transaction: Prisma.TransactionClient): Promise<boolean> {
  const [row] = await transaction.$queryRaw<
    { locked: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${LOCK}::int, 0) AS locked`
  return row?.locked === true
}
