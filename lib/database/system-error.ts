/** The code of a Node or Postgres error (`ENOENT`, `28P01`), '' where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code
  }
  return ''
}

/** What an error says, on one line. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message || errorCode(error) : String(error)
  return text.replace(/\s+/g, ' ').trim()
}

/** Whether the operating system refused something: a file, a folder, a process. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && errorCode(error) !== ''
}
