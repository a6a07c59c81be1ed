const REASONS: readonly { readonly sign: RegExp; readonly reason: string }[] = [
  { sign: /DATABASE_URL is not set/, reason: 'The server was started without a database.' },
  { sign: /ECONNREFUSED|P1001|Can't reach/i, reason: 'The database does not accept connections.' },
  { sign: /ENOTFOUND|EAI_AGAIN/, reason: "The database's host name is not known." },
  { sign: /ETIMEDOUT|timeout|P1002|P2024/i, reason: 'The database did not answer in time.' },
  {
    sign: /28P01|28000|P1000|password authentication|AuthenticationFailed/i,
    reason: 'The database refused the user name or the password.',
  },
  { sign: /3D000|P1003|DatabaseDoesNotExist/, reason: 'The database does not exist.' },
  {
    sign: /42P01|P2021|TableDoesNotExist/,
    reason: "The catalogue's tables are missing; apply the migrations with `npm start`.",
  },
  { sign: /53300|P2037|TooManyConnections/, reason: 'The database has no connection left.' },
  {
    sign: /57P0[1-3]|ECONNRESET|P1017|terminat|ConnectionClosed/i,
    reason: 'The database closed the connection.',
  },
]

/**
 * Why the database failed, in one sentence that is fit for strangers: never an address, a user
 * name or a statement.
 */
export function describeDatabaseError(error: unknown): string {
  return findDatabaseReason(error) ?? 'The database could not be read.'
}

/** The same; null where the error is not known for one of the database, and so may be a bug. */
export function findDatabaseReason(error: unknown): string | null {
  const text = signs(error).join(' ')
  return REASONS.find(({ sign }) => sign.test(text))?.reason ?? null
}

/** Codes and messages of an error, its causes and what a driver adapter wraps. */
function signs(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, message, name, cause, meta, originalCode, kind, driverAdapterError } =
    error as Record<string, unknown>
  const own = [code, message, name, originalCode, kind].filter(
    (each): each is string => typeof each === 'string',
  )
  return [...own, ...[cause, meta, driverAdapterError].flatMap((each) => signs(each, depth + 1))]
}
