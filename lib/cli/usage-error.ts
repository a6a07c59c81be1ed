/** The command line was given something that it does not understand: one line, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
