import { errorText } from './system-error'
import { UserFacingError } from './user-facing-error'

const LOST = 'The connection to the database was lost: see that it runs, then try again.'
const FULL =
  'The database has run out of a resource of its machine (disk, memory or connections): make room, then try again.'

/**
 * What each code means to a user. Five characters: SQLSTATE, PostgreSQL's appendix A, of which a
 * class alone is its first two; P and four digits: Prisma's error reference.
 */
const MEANINGS: readonly { readonly sign: RegExp; readonly message: string }[] = [
  {
    sign: /^42501$/,
    message:
      'The user of DATABASE_URL may not do in that database what Rule Atlas needs ($): let it create tables there, best by making it the owner of a database of its own.',
  },
  { sign: /^(57P0[1-5]|08...|P1001|P1017|ECONNRESET|ECONNREFUSED)$/, message: LOST },
  { sign: /^(ConnectionClosed|DatabaseNotReachable)$/, message: LOST },
  // pg's own, which have no code.
  { sign: /^(Connection terminated|Client has encountered a connection error)/, message: LOST },
  { sign: /^(53...|P2037|TooManyConnections)$/, message: FULL },
  {
    sign: /^(25006|57014|55P03)$/,
    message:
      'The database refused a statement ($): see to its settings or to who else uses it, then try again.',
  },
]

/**
 * One line for a failure of the database that is not the program's fault.
 *
 * @param error of `pg`, of Prisma, or of Prisma's adapter around one of `pg`.
 * @returns null where it is something else, and so a bug.
 */
export function databaseFailure(error: unknown): UserFacingError | null {
  for (const { signs, text } of layers(error)) {
    const found = MEANINGS.find(({ sign }) => signs.some((each) => sign.test(each)))
    if (found)
      return new UserFacingError(
        found.message.replace('$', () => text),
        { cause: error },
      )
  }
  return null
}

interface Layer {
  readonly signs: readonly string[]
  readonly text: string
}

/** An error, what caused it, and what Prisma wraps. */
function layers(error: unknown, depth = 0): Layer[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, originalCode, kind, message, originalMessage, cause, meta, driverAdapterError } =
    error as Record<string, unknown>
  const signs = [code, originalCode, kind, message].filter((each) => typeof each === 'string')
  const own = { signs, text: errorText(originalMessage ?? message ?? '') }
  return [own, ...[cause, meta, driverAdapterError].flatMap((each) => layers(each, depth + 1))]
}
