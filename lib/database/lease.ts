import { Client } from 'pg'
import { errorCode, errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

/**
 * Advisory lock of database `postgres` that each process holds, shared, while it uses the embedded
 * server: the server itself forgets it when a process is killed. The number says nothing.
 */
const LEASE = 5_117_230_001

/** How to reach the embedded server. */
export interface Address {
  readonly port: number
  readonly user: string
  readonly password: string
}

/** A connection that tells the others, for as long as it lasts, that this process uses the server. */
export interface Lease {
  readonly client: Client
  /** How many other processes use the server now. */
  countOthers(): Promise<number>
  /** Resolves when the server ends the connection: as it is stopped, or because it crashed. */
  readonly lost: Promise<'stopped' | 'crashed'>
  /** Names of those processes, for people. */
  nameOthers(): Promise<readonly string[]>
  end(): Promise<void>
}

/** The address as a connection URL. */
export function addressUrl(address: Address, database: string): string {
  return `postgresql://${address.user}:${address.password}@127.0.0.1:${address.port}/${database}?sslmode=disable`
}

/**
 * Connects and takes the lease.
 *
 * @returns why not, in words, where the server does not take connections (yet, or any more).
 * @throws UserFacingError where it refuses the password.
 */
export async function takeLease(address: Address): Promise<Lease | string> {
  const client = new Client({
    connectionString: addressUrl(address, 'postgres'),
    application_name: `rule-atlas process ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  })
  const lost = watch(client)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE])
    return makeLease(client, lost)
  } catch (error) {
    await client.end().catch(() => {})
    if (errorCode(error) === '28P01') throw wrongPassword()
    return errorText(error)
  }
}

function watch(client: Client): Lease['lost'] {
  return new Promise((resolve) => {
    // Postgres has one code, 57P01, for a shutdown that was asked for and for its own sudden end.
    client.on('error', ({ message }) => {
      resolve(message.includes('administrator command') ? 'stopped' : 'crashed')
    })
  })
}

function makeLease(client: Client, lost: Lease['lost']): Lease {
  const others = `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted
      AND ((classid::bigint << 32) | objid::bigint) = $1 AND pid <> pg_backend_pid()`
  const nameOthers = async () => {
    const { rows } = await client.query<{ name: string }>(others, [LEASE])
    return rows.map((row) => row.name)
  }
  return {
    client,
    lost,
    nameOthers,
    countOthers: async () => (await nameOthers()).length,
    end: () => client.end().catch(() => {}),
  }
}

function wrongPassword(): UserFacingError {
  return new UserFacingError(
    'The embedded database refuses the password that lies beside it, so the one is not of the other: restore the data folder from a backup, or remove it to begin anew.',
  )
}
