import { errorCode, errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

/**
 * Checks the form of DATABASE_URL. Nothing of it is shown but host, port and name: it may hold a
 * password.
 *
 * @throws UserFacingError
 */
export function checkDatabaseUrl(setting: string): void {
  const url = URL.canParse(setting) ? new URL(setting) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new UserFacingError(
      'DATABASE_URL is not the URL of a Postgres database: write it as postgresql://user:password@host:5432/name, or unset it to use the embedded one.',
    )
  }
  const schema = url.searchParams.get('schema')
  if (schema !== null && schema !== 'public') {
    throw new UserFacingError(
      `DATABASE_URL asks for the schema "${schema}", but Rule Atlas keeps its tables in "public": leave "schema" out, and give it a database of its own.`,
    )
  }
}

/** One line for a database that cannot be reached, without the password. */
export function unreachable(setting: string, error: unknown): UserFacingError {
  const url = new URL(setting)
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the name of the host cannot be looked up',
    ETIMEDOUT: 'it does not answer',
    '28P01': 'it refuses the user or the password',
    '28000': 'it refuses the user or the address of this machine',
    '3D000': 'it has no database of that name',
    '53300': 'it has no connection left',
    '57P03': 'it is starting or stopping',
  }
  const reason = reasons[errorCode(error)] ?? errorText(error)
  const place = `${url.host || 'localhost'}${url.pathname}`
  return new UserFacingError(
    `The database of DATABASE_URL (${place}) cannot be reached: ${reason}. Start or mend it, or unset DATABASE_URL to use the embedded one.`,
    { cause: error },
  )
}
