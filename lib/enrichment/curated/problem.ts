/** A mistake in a curated file, and the line that it stands on. */
export interface Problem {
  readonly line: number
  readonly message: string
}
